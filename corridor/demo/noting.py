"""Context that the demo's clinicians add to posts, in each state, and a paper that was retracted.

The works are real, and what is said of them is what they found; the people are not.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from corridor.algorithms.retractions import Nature
from corridor.context_notes import actions, queries
from corridor.context_notes.actions import NewNote
from corridor.context_notes.choices import Answer, Why
from corridor.demo.cast import (
    AMARA,
    BALA,
    DR_OSEI,
    DR_REYES,
    DR_VAUGHAN,
    EILIDH,
    MALLORY,
    PROF_LINDQVIST,
    TOMI,
)
from corridor.library.actions import import_retractions
from corridor.library.retraction_file import ListedNotice
from corridor.people import queries as people
from corridor.posts.actions import NewPost, publish_post

if TYPE_CHECKING:
    from corridor.context_notes.models import ContextNote
    from corridor.people.models import Profile
    from corridor.posts.models import Post

Profiles = Mapping[str, "Profile"]
RETRACTED = ListedNotice(
    record="demo 1",
    doi="10.1016/s0140-6736(97)11096-0",
    pmid="9500320",
    nature=Nature.RETRACTION,
    on=date(2010, 2, 6),
    reason="Several elements are incorrect, contrary to the findings of an earlier investigation",
    title="Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive developmental"
    " disorder in children",
)
DOUBTING = (3, 7)
"""Of those who rate, by their order."""
ANSWERED = 30
"""Hours ago the notes were written that others have rated by now."""


def add_context(profiles: Profiles, *, now: datetime) -> None:
    import_retractions([RETRACTED], is_whole=False, now=now)
    _say(
        "Journal club on Thursday: how one paper emptied waiting rooms, and how long it took to be"
        " withdrawn. doi:10.1016/S0140-6736(97)11096-0 #MedEd",
        profiles[EILIDH.handle],
        now - timedelta(hours=5),
    )
    then = now - timedelta(hours=ANSWERED)
    helped = [_answered(profiles, then), _read_without_answer(profiles, then)]
    away = _beside_the_point(profiles, then)
    _rate(helped, away, profiles, now=then)
    _to_answer(profiles, now)
    actions.rank_notes(now=now)
    actions.flag_note(
        "She could have told me. And the trial says nothing about my patients.",
        note=helped[0],
        by=profiles[MALLORY.handle],
        now=now,
    )


def _answered(profiles: Profiles, at: datetime) -> "ContextNote":
    bala = profiles[BALA.handle]
    post = _say("Cricoid pressure stops aspiration. No pressure, no tube. Simple.", bala, at)
    note = _note(
        "Probably less simple: in IRIS, 3,472 patients at risk, aspiration was as frequent with"
        " a sham (0.5 %) as with cricoid pressure (0.6 %); that it makes no difference was not"
        " proven, and intubation was harder with it. doi:10.1001/jamasurg.2018.3577",
        post,
        profiles[DR_VAUGHAN.handle],
        at,
    )
    actions.answer_note(
        "It was taught to me as a fact. I bring the paper to the skills lab.",
        note=note,
        by=bala,
        now=at,
    )
    note.refresh_from_db()
    return note


def _read_without_answer(profiles: Profiles, at: datetime) -> "ContextNote":
    tomi = profiles[TOMI.handle]
    post = _say("Heard on rounds: steroids do nothing in COVID-19, stop asking for them.", tomi, at)
    note = _note(
        "RECOVERY found fewer deaths within 28 days with dexamethasone among those on oxygen or a"
        " ventilator, and no benefit without oxygen. doi:10.1056/NEJMoa2021436",
        post,
        profiles[DR_REYES.handle],
        at,
    )
    actions.let_note_be_read(note=note, by=tomi, now=at)
    note.refresh_from_db()
    return note


def _beside_the_point(profiles: Profiles, at: datetime) -> "ContextNote":
    amara = profiles[AMARA.handle]
    post = _say("Slept four hours, passed the viva. The coffee did it, not me.", amara, at)
    note = _note(
        "One should not drive after that little sleep, whatever it does to a viva; here is a"
        " trial of albumin in sepsis that has nothing to do with it. doi:10.1056/NEJMoa1305727",
        post,
        profiles[DR_REYES.handle],
        at,
    )
    actions.let_note_be_read(note=note, by=amara, now=at)
    return note


def _to_answer(profiles: Profiles, now: datetime) -> None:
    """It waits for Dr Osei, who signs in to the demo."""
    at = now - timedelta(hours=2)
    post = _say(
        "Thinking aloud: a little ketamine for everybody over seventy, against delirium after the"
        " operation. Who does it?",
        profiles[DR_OSEI.handle],
        at,
    )
    _note(
        "PODCAST tested that in 672 people over sixty: delirium was as frequent with a single"
        " dose of ketamine as with placebo, hallucinations and nightmares were more frequent."
        " doi:10.1016/S0140-6736(17)31467-8",
        post,
        profiles[PROF_LINDQVIST.handle],
        at,
    )


def _rate(
    helped: "list[ContextNote]", away: "ContextNote", profiles: Profiles, *, now: datetime
) -> None:
    """Whoever showed who they are and has no part in it."""
    raters = [
        one
        for handle, one in sorted(profiles.items())
        if people.is_verified(one, now=now) and handle not in {who.handle for who in _WRITERS}
    ]
    for number, rater in enumerate(raters[:9]):
        for note in helped:
            doubts = number in DOUBTING
            answer = Answer.SOMEWHAT if doubts else Answer.HELPFUL
            why = [Why.UNCLEAR] if doubts else [Why.SOURCES, Why.TO_THE_POINT]
            if queries.may_rate(rater, note, now=now):
                actions.rate_note(answer, why, note=note, by=rater, now=now)
    for rater in raters[:4]:
        actions.rate_note(
            Answer.NOT_HELPFUL, [Why.BESIDE, Why.NOT_NEEDED], note=away, by=rater, now=now
        )


_WRITERS = (DR_REYES, DR_VAUGHAN, PROF_LINDQVIST, AMARA, BALA, TOMI)


def _say(text: str, author: "Profile", at: datetime) -> "Post":
    return publish_post(NewPost(text=text), by=author, now=at)


def _note(text: str, post: "Post", writer: "Profile", at: datetime) -> "ContextNote":
    return actions.write_note(NewNote(text=text), post=post, by=writer, now=at)
