"""The people of the demo differ in what the directory asks: who is here, away, silent, shown."""

from datetime import timedelta

import pytest

from corridor.demo.cast import CAST
from corridor.demo.community import everybody
from corridor.demo.presence import GALLERY_WORDS
from corridor.demo.settling import settle_in
from corridor.people import actions, queries
from corridor.people.models import Profile
from corridor.people.queries import Asked

ENOUGH = 150
"""Of the four hundred: everything of interest is among them."""


@pytest.fixture
def settle(meet, now):
    """They are here, without the rounds of the demo, which take their time."""

    def settle_all(everyone):
        with actions.refreshed_together():
            for who in everyone:
                settle_in(meet(who), who, now=now)

    return settle_all


def test_the_demo_has_people_with_room_full_away_and_silent(settle, now):
    settle(everybody()[:ENOUGH])
    amara = queries.profile_by_handle("amara_nwosu")
    assert amara is not None

    def total(**asked):
        return queries.mentors(viewer=amara, asked=Asked(**asked), now=now).total

    here = total()
    mentors = Profile.objects.exclude(offers=None)
    silent = mentors.filter(seen_on__lt=now.date() - timedelta(days=30))

    assert here > 20
    assert total(with_full=True) > here
    assert total(with_away=True) > here
    assert silent.exists()
    assert total(with_full=True, with_away=True) + silent.count() == mentors.count()


def test_those_who_suit_amara_best_stand_first_with_reasons(settle, now):
    settle(CAST)
    amara = queries.profile_by_handle("amara_nwosu")
    assert amara is not None

    suggested = queries.mentors(viewer=amara, asked=Asked(), now=now).suggestions[:3]

    assert suggested[0].profile.handle == "kwame_osei"
    assert all(one.compatibility and one.compatibility.reasons for one in suggested)


def test_the_gallery_of_the_demo_has_those_who_chose_to_be_in_it(settle, now):
    settle(CAST)
    shown = queries.gallery(viewer=None, now=now).people

    assert {person.handle for person in shown} == set(GALLERY_WORDS)
