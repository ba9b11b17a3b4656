"""A programme of the demo that is open: applications in every state, invitations, a post."""

import random
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from corridor.algorithms.matching.options import Options
from corridor.demo.applications import Applicant, applicants
from corridor.demo.cast import AMARA, BALA, CAST, DR_REYES, PROF_LINDQVIST, TOMI
from corridor.demo.people import DemoPerson
from corridor.people.letters import told_to_nobody
from corridor.posts import actions as posting
from corridor.programmes import actions, queries
from corridor.programmes.actions import answering, applying, setting_up

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Application, Programme, Round

SLUG = "anes-mentors"
MENTEES, MENTORS, PLACES = 11, 5, 6
DAY = timedelta(days=1)
SAID: Sequence[tuple[str, str, int]] = (
    (
        TOMI.handle,
        "First year of training here, looking for a mentor in paediatric anaesthesia. #AnesMentors",
        29,
    ),
    (
        BALA.handle,
        (
            "Surgical PGY-1, looking for a mentor in trauma anaesthesia: I would like to understand"
            " the other side of the drape. #AnesMentors"
        ),
        5,
    ),
    (
        DR_REYES.handle,
        (
            "Small airways are taught better than they are written about. Happy to mentor somebody"
            " in paediatric airways. #AnesMentors"
        ),
        3,
    ),
)
"""Who, what, and how many hours ago."""
WISHES = ("needs", "covers", "interests", "languages")


def open_the_door(
    profiles: Mapping[str, "Profile"], everybody: Sequence[DemoPerson], *, now: datetime
) -> "Round":
    """Two people look for somebody under its hashtag, and one would be somebody."""
    director = profiles[PROF_LINDQVIST.handle]
    with told_to_nobody():
        round = _open(_programme(director, now), director, now)
        others = [who for who in everybody if who not in CAST]
        rng = random.Random("anes mentors")
        coming = applicants(others, mentees=MENTEES, mentors=MENTORS, rng=rng)
        sent = [
            _apply(round, one, profiles, at=now - 6 * DAY + timedelta(hours=3 * number))
            for number, one in enumerate(coming)
        ]
        _move_some(round, sent, director, now)
        draft = applying.begin_application(
            round=round, side="mentee", by=profiles[AMARA.handle], now=now - DAY
        )
        typed = {
            "needs": AMARA.needs,
            "interests": ["\n".join(AMARA.interests)],
            "languages": ["\n".join(AMARA.languages)],
        }
        applying.keep_draft(application=draft, typed=typed, by=profiles[AMARA.handle])
        _invite(round, director, now)
        _say_under_hashtag(profiles, now)
    return round


def _say_under_hashtag(profiles: Mapping[str, "Profile"], now: datetime) -> None:
    """Each is answered by the programme a minute later, by mail and under the post."""
    for handle, text, hours in SAID:
        at = now - timedelta(hours=hours)
        posting.publish_post(posting.NewPost(text=text), by=profiles[handle], now=at)
        said = queries.interest_in(SLUG, viewer=profiles[handle], now=at)
        if said is not None:
            answering.answer_in_public(said.pk, now=at + timedelta(minutes=1))


def _programme(director: "Profile", now: datetime) -> "Programme":
    programme = actions.start_programme(
        actions.NewProgramme(
            slug=SLUG,
            name="Anaesthesia Mentors",
            hashtag="AnesMentors",
            description=(
                "For students and trainees who think of anaesthesia, and for those who have been"
                " at it for a while. Six places a round; who gets none is first in the next."
            ),
        ),
        directors=[director],
    )
    return setting_up.change_set_up(programme, {"places": PLACES}, by=director, now=now)


def _open(programme: "Programme", director: "Profile", now: datetime) -> "Round":
    today = now.date()
    return actions.open_round(
        programme=programme,
        new=actions.NewRound(
            name="This season",
            opens_on=today - 10 * DAY,
            closes_on=today + 18 * DAY,
            starts_on=today + 35 * DAY,
            ends_on=today + 215 * DAY,
            options=Options(seed="anes mentors"),
        ),
        by=director,
    )


def _apply(
    round: "Round", one: Applicant, profiles: Mapping[str, "Profile"], *, at: datetime
) -> "Application":
    profile = profiles[one.person.handle]
    side = "mentor" if one.is_mentor else "mentee"
    form = queries.form(round, side)
    said = {name: sorted(getattr(one.answers, name)) for name in WISHES}
    values: dict[str, Any] = {
        asked.key: said[asked.field] for asked in form.questions if said.get(asked.field)
    }
    begun = applying.begin_application(round=round, side=side, by=profile, now=at)
    filled = applying.Filled(number=form.number, values=values, answers=one.answers)
    return applying.send_application(application=begun, filled=filled, by=profile, now=at)


def _move_some(
    round: "Round", sent: Sequence["Application"], director: "Profile", now: datetime
) -> None:
    """One is declined, one leaves: her place goes to the first in line."""
    declined, leaving = sent[0], sent[1]
    decision = applying.Decision(
        admits=False, reason="This round is for people before their first specialty post."
    )
    applying.answer_applications(
        round=round, ids=[declined.pk], decision=decision, by=director, now=now - 2 * DAY
    )
    applying.withdraw_application(application=leaving, by=leaving.profile, now=now - DAY)


def _invite(round: "Round", director: "Profile", now: datetime) -> None:
    new = applying.NewInvitations(
        side="mentor",
        emails=["h.lind@wards.example", "o.mensah@wards.example", "former.mentor@wards.example"],
    )
    made = applying.invite_to_round(round=round, new=new, by=director, now=now - 5 * DAY)
    applying.send_invitation_again(invitation=made[1], by=director, now=now - DAY)
    applying.withdraw_round_invitation(invitation=made[2], by=director, now=now - DAY)
