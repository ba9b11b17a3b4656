"""What the demo's moderators find in the queue: cases of every state, and who asks for a second."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.demo.cast import (
    AMARA,
    BALA,
    DR_DELGADO,
    DR_MENSA,
    DR_OSEI,
    HANH,
    MALLORY,
    MODERATOR,
    SAM,
    TOMI,
)
from corridor.people.letters import told_to_nobody
from corridor.posts.actions import NewPost, publish_post
from corridor.safety import actions
from corridor.safety.actions import NewDecision, NewFlag, NewServerRule, NewWording, Wish
from corridor.safety.choices import Grounds, Measure, Queue, Reason, Severity
from corridor.safety.server_file import ListedServer

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.posts.models import Post
    from corridor.safety.models import Flag

AGO = timedelta(hours=30)
LONG_AGO = timedelta(days=40)
Profiles = Mapping[str, "Profile"]


def flag(profiles: Profiles, *, now: datetime) -> None:
    """Nothing here sends a mail: nobody lives at these addresses."""
    noor, delgado = profiles[MODERATOR.handle], profiles[DR_DELGADO.handle]
    actions.appoint_moderator(noor, queues=list(Queue), now=now - LONG_AGO, is_lead=True)
    actions.appoint_moderator(delgado, queues=list(Queue), now=now - LONG_AGO)
    with told_to_nobody():
        _decide_long_ago(profiles, now - LONG_AGO)
        _flag(profiles, now)
        _ask(profiles, now)
        _decide(profiles, now)
        _have_read(profiles, now)
        _keep_away(noor, now)


def _flag(profiles: Profiles, now: datetime) -> None:
    mallory, tomi = profiles[MALLORY.handle], profiles[TOMI.handle]
    threat = _say(
        "Does anybody know who runs admissions at Wharfgate? They should hear what their"
        " first-gen darling posts at night. Help me find her posts.",
        mallory,
        now - AGO,
    )
    advert = _say("Personal statements, written by me, from 300. Reply for prices.", mallory, now)
    story = _say(
        "Half the county was in the stadium when it happened, so you all know whose knee I am"
        " talking about.",
        tomi,
        now,
    )
    for who, reason, words, post in (
        (AMARA, Reason.HARASSMENT, "This is about me, and it asks others to join in.", threat),
        (HANH, Reason.HARASSMENT, "", threat),
        (SAM, Reason.SPAM, "Selling statements to applicants.", advert),
        (BALA, Reason.PRIVACY, "Everybody there knows who that is.", story),
    ):
        new = NewFlag(reason=reason, words=words)
        actions.flag_post(new, post=post, by=profiles[who.handle], now=now)


def _have_read(profiles: Profiles, now: datetime) -> None:
    """One post waits for the moderator, another goes back to its author."""
    new = NewPost(text="Case of the week, with consent: study ID 0471-22, a rare airway. Thoughts?")
    wish = Wish(
        grounds=Grounds.AGREED,
        words="Consent for teaching and for this site is in the record, signed in February.",
    )
    actions.ask_second_reader(new, wish, by=profiles[HANH.handle], now=now)
    new = NewPost(text="My patient, MRN 00471182, was told the wrong ward by me. I am ashamed.")
    wish = Wish(grounds=Grounds.WRONG, words="That number is made up, nobody has it here.")
    reading = actions.ask_second_reader(new, wish, by=profiles[AMARA.handle], now=now - AGO)
    actions.ask_for_change(
        reading=reading,
        seen=1,
        words="Then the post does not need it: “my patient was told the wrong ward by me”.",
        by=profiles[MODERATOR.handle],
        now=now,
    )


def _ask(profiles: Profiles, now: datetime) -> None:
    """Noor asked whoever flagged a mentor, and she answered; Delgado asks to see a name."""
    new = NewFlag(
        reason=Reason.MENTORING,
        words="He put his own name first on my poster, and says that this is usual.",
    )
    noor, mensa = profiles[MODERATOR.handle], profiles[DR_MENSA.handle]
    harm = actions.flag_person(new, person=mensa, by=profiles[SAM.handle], now=now - AGO)
    asked = actions.write_to_party(
        harm.case,
        flag=harm,
        words="Did you two agree on an order of names before, in writing or not?",
        by=noor,
        now=now - AGO / 2,
    )
    actions.answer_desk(
        correspondence=asked.correspondence,
        words="In March he wrote that the poster is mine. I can show the mail.",
        now=now - AGO / 3,
    )
    actions.ask_for_name(
        harm,
        why="To see whether the two are matched in the programme, I have to know who asks.",
        by=profiles[DR_DELGADO.handle],
        now=now - AGO / 4,
    )


def _decide(profiles: Profiles, now: datetime) -> None:
    """Mallory flagged somebody who had done nothing, and hears so."""
    new = NewFlag(reason=Reason.IMPERSONATION, words="I doubt he is a consultant.")
    osei, mallory = profiles[DR_OSEI.handle], profiles[MALLORY.handle]
    case = actions.flag_person(new, person=osei, by=mallory, now=now - AGO).case
    moderator = profiles[MODERATOR.handle]
    actions.note_case(
        case=case, words="His badge is from the roster of his hospital.", by=moderator, now=now
    )
    decision = NewDecision(measures=[Measure.NOTHING], reason=Reason.IMPERSONATION)
    actions.decide_case(decision, case=case, by=moderator, now=now)


def _decide_long_ago(profiles: Profiles, now: datetime) -> None:
    """It still counts; she appealed, and that waits for somebody else than who decided."""
    mallory = profiles[MALLORY.handle]
    post = _say("Whoever needs extra time in exams should not hold a scalpel.", mallory, now)
    made = _flagged(post, profiles[HANH.handle], Reason.HARASSMENT, now)
    decision = NewDecision(
        measures=[Measure.LABEL],
        reason=Reason.HARASSMENT,
        words="It is said of people who read here. Say what you mean about exams.",
        note="About people with accommodations",
    )
    (labelled,) = actions.decide_case(
        decision, case=made.case, by=profiles[DR_DELGADO.handle], now=now + AGO / 10
    )
    actions.appeal(
        decision=labelled,
        words="I meant exams, and nobody in particular.",
        by=mallory,
        now=now + LONG_AGO - AGO,
    )


def _keep_away(noor: "Profile", now: datetime) -> None:
    """Other servers, and a wording of their own."""
    actions.keep_server_rule(
        NewServerRule(
            domain="loud.example",
            severity=Severity.LIMIT,
            public_comment="Pile-ons on students",
            private_comment="Wrote to its moderators in October, no answer",
        ),
        by=None,
        now=now - LONG_AGO,
    )
    listed = [
        ListedServer(
            row=row,
            domain=domain,
            severity=Severity.SUSPEND,
            public_comment=comment,
            is_obfuscated=True,
        )
        for row, (domain, comment) in enumerate(
            (("buy-essays.example", "Spam"), ("patientpictures.example", "Patients, shown")),
            start=2,
        )
    ]
    actions.import_server_rules(
        listed, source="List of a teaching hospital, 2026-10", by=None, now=now - LONG_AGO
    )
    actions.keep_wording(
        NewWording(
            title="Extra time, leave, illness",
            text=(
                "The post is about people who work or study with an illness or a disability. Many"
                " of them read here. Disagree with rules, not with whoever needs them."
            ),
        ),
        by=noor,
        now=now - LONG_AGO,
    )


def _flagged(post: "Post", by: "Profile", reason: Reason, now: datetime) -> "Flag":
    return actions.flag_post(NewFlag(reason=reason), post=post, by=by, now=now)


def _say(text: str, author: "Profile", at: datetime) -> "Post":
    return publish_post(NewPost(text=text), by=author, now=at)
