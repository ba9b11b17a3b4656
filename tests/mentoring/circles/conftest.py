"""Dr Osei, who offers two places, and a circle of his with Amara, Sam and Tọ́mi."""

from datetime import timedelta

import pytest

from corridor.demo.cast import DR_VAUGHAN, EILIDH, SAM, TOMI
from corridor.mentoring.actions import circles
from corridor.mentoring.actions.circles import AskedIn, NewCircle


@pytest.fixture
def sam(meet):
    return meet(SAM)


@pytest.fixture
def tomi(meet):
    return meet(TOMI)


@pytest.fixture
def eilidh(meet):
    return meet(EILIDH)


@pytest.fixture
def dr_vaughan(meet):
    return meet(DR_VAUGHAN)


@pytest.fixture
def writing():
    return NewCircle(name="Writing circle", purpose="A first paper", places=3, is_listed=True)


@pytest.fixture
def form(osei, amara, sam, tomi, now):
    """`form()`: everybody is asked, and nobody has answered."""

    def form(*, leaders=(osei,), members=(amara, sam, tomi), at=now, **more):
        new = NewCircle(
            members=members,
            **({"name": "Writing circle", "places": 3, "is_listed": True} | more),
        )
        asked = [AskedIn(profile=one, leads=True) for one in leaders]
        return circles.form_circle(new, leaders=asked, now=at)

    return form


@pytest.fixture
def says_yes(now):
    """`says_yes(amara, circle)`: to the ground rules as they are."""

    def says_yes(profile, circle, *, at=now):
        circle.refresh_from_db()
        return circles.accept_seat(circle.pk, version=circle.rules_version, by=profile, now=at)

    return says_yes


@pytest.fixture
def circle(form, says_yes, osei, amara, sam, tomi, now):
    """Active, with all its places taken."""
    formed = form()
    for one in (osei, amara, sam, tomi):
        says_yes(one, formed, at=now + timedelta(hours=1))
    formed.refresh_from_db()
    return formed
