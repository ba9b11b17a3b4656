"""Dr Osei, who offers two turns on Wednesdays, and people who are verified and have questions."""

from datetime import timedelta

import pytest

from corridor.demo.cast import EILIDH, SAM, TOMI
from corridor.mentoring.actions import office_hours
from corridor.mentoring.actions.office_hours import NewHours
from tests.people.verifying import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def sam(meet):
    return meet(SAM)


@pytest.fixture
def tomi(meet):
    return meet(TOMI)


@pytest.fixture
def eilidh(meet):
    return meet(EILIDH)


@pytest.fixture(autouse=True)
def verified_people(verify, osei, amara, sam, tomi, eilidh):
    for one in (osei, amara, sam, tomi, eilidh):
        verify(one)


@pytest.fixture
def offer(osei, now):
    """`offer(places=1)`: in two days, once, for everybody who is verified."""

    def offer(*, by=osei, at=now, **more):
        new = {"first_at": now + timedelta(days=2), "zone": "Europe/London", "places": 2} | more
        return office_hours.offer_hours(NewHours(**new), by=by, now=at)

    return offer


@pytest.fixture
def sitting(offer):
    return offer(where="https://meet.example/osei").sittings.get()


@pytest.fixture
def asks(now):
    """`asks(amara, sitting)`: she signs up."""

    def asks(profile, sitting, *, question="How do I begin?", to_all=False, at=now):
        return office_hours.sign_up(
            sitting.pk, question=question, may_be_answered_to_all=to_all, by=profile, now=at
        )

    return asks
