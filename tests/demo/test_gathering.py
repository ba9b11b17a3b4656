"""The circle and the office hours that the demo shows."""

from datetime import date

import pytest

from corridor.algorithms.matching.options import Options
from corridor.demo.cast import BALA, DR_OKONKWO, DR_REYES, TOMI
from corridor.demo.gathering import gather
from corridor.library.models import KeptAnswer
from corridor.mentoring import queries
from corridor.people.actions import NewOffer, set_offers
from corridor.people.choices import Kind
from corridor.people.letters import told_to_nobody
from corridor.programmes import actions
from corridor.programmes.answers import Answers
from tests.mentoring.conftest import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def cast(amara, osei, meet):
    others = [meet(one) for one in (TOMI, BALA, DR_REYES, DR_OKONKWO)]
    reyes = others[2]
    set_offers(profile=reyes, offers=[NewOffer(kind=Kind.MENTORSHIP, capacity=1)], by=reyes)
    return {profile.handle: profile for profile in (amara, osei, *others)}


@pytest.fixture
def programme(cast, prof_lindqvist, now):
    made = actions.start_programme(
        actions.NewProgramme(
            slug="first-gen", name="First-Gen", hashtag="FirstGen", description="Six months."
        ),
        directors=[prof_lindqvist],
    )
    round = actions.open_round(
        programme=made,
        new=actions.NewRound(
            name="Spring",
            opens_on=date(2026, 1, 12),
            closes_on=date(2026, 4, 15),
            starts_on=date(2026, 4, 30),
            ends_on=date(2026, 9, 25),
            options=Options(seed="first-gen"),
        ),
        by=prof_lindqvist,
    )
    for profile in cast.values():
        new = actions.NewApplication(is_mentor=profile.handle == "kwame_osei", answers=Answers())
        actions.apply_to_round(round=round, new=new, by=profile, now=now)
    return made


def test_the_demo_has_a_full_queue_a_kept_answer_and_a_circle(
    cast, programme, amara, osei, now, mailoutbox
):

    mailoutbox.clear()
    with told_to_nobody():
        gather(cast, programme=programme.slug, now=now)

    (hours,) = queries.own_hours(osei)
    coming = hours.ahead[0]
    assert (coming.taken, coming.listed) == (2, 1)
    assert [one.state for one in queries.sittings_that_were(osei)] == ["held"]
    assert [one.state for one in queries.own_turns(amara)] == ["queued"]
    assert KeptAnswer.objects.get().state == "kept"
    (seen,) = queries.circles_of(amara)
    assert (seen.circle.state, len(seen.members)) == ("active", 3)
    assert len(queries.circle_meetings_ahead(seen.circle, viewer=amara)) == 1
    assert mailoutbox == []
