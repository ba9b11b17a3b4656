"""Amara and Dr Osei, who offers two places, and relationships that they and others have."""

import pytest

from corridor.mentoring.actions import Origin, open_relationship
from corridor.mentoring.choices import OriginKind
from corridor.people.actions import NewOffer, set_offers
from corridor.people.choices import Kind

AGREED = Origin(kind=OriginKind.AGREED)


@pytest.fixture
def osei(dr_osei):
    """Two places as a mentor, one as a coach, and none as a sponsor."""
    offers = [
        NewOffer(kind=Kind.MENTORSHIP, capacity=3, carries=1),
        NewOffer(kind=Kind.COACHING, capacity=1),
    ]
    set_offers(profile=dr_osei, offers=offers, by=dr_osei)
    return dr_osei


@pytest.fixture
def begin(osei, amara, now):
    """`begin(role=Kind.COACHING, mentee=mallory)`: he takes somebody on."""

    def begin(mentee=amara, *, role=Kind.MENTORSHIP, mentor=osei, origin=AGREED, at=now):
        return open_relationship(mentor=mentor, mentee=mentee, role=role, origin=origin, now=at)

    return begin


@pytest.fixture
def together(begin):
    """Amara and Dr Osei work together."""
    return begin()
