"""A handle that was given up is nobody else's for a year."""

from datetime import timedelta

import pytest

from corridor.people import actions, queries
from corridor.people.models import RestingHandle

A_YEAR = timedelta(days=365)
TWO_WEEKS = timedelta(days=14)


@pytest.fixture
def change(now):
    def to(profile, handle, *, at=now):
        actions.change_handle(profile=profile, handle=handle, by=profile, now=at)

    return to


def test_nobody_else_takes_a_handle_that_was_changed(amara, mallory, change):
    change(amara, "amara_n")

    with pytest.raises(actions.HandleTaken):
        change(mallory, "amara_nwosu")

    assert queries.profile_by_handle("amara_nwosu") is None
    assert queries.profile_by_handle("mallory_crane") == mallory


def test_who_had_it_takes_it_back_and_the_other_rests_then(amara, mallory, change):
    change(amara, "amara_n")

    change(amara, "amara_nwosu")

    assert queries.profile_by_handle("amara_nwosu") == amara
    with pytest.raises(actions.HandleTaken):
        change(mallory, "amara_n")


def test_after_a_year_it_is_free(amara, mallory, change, now):
    change(amara, "amara_n")

    change(mallory, "amara_nwosu", at=now + A_YEAR)

    assert queries.profile_by_handle("amara_nwosu") == mallory


def test_a_newcomer_does_not_get_it(amara, change, now):
    change(amara, "amara_n")
    other = actions.NewPerson(
        email="other@example.org", handle="amara_nwosu", display_name="Amara Nwosu"
    )

    with pytest.raises(actions.HandleTaken):
        actions.register_person(other, None, now=now)

    assert queries.profile_by_handle("amara_nwosu") is None


def test_who_joins_under_the_same_name_gets_the_next_handle(amara, change, now):
    change(amara, "amara_n")
    newcomer = actions.Newcomer(email="other@example.org", name="Amara Nwosu")

    joined = actions.join(newcomer, None, now=now)

    assert joined.handle == "amara_nwosu_2"


def test_nobody_takes_the_handles_of_who_left(amara, mallory, change, now):
    change(amara, "amara_n")
    actions.ask_to_leave(profile=amara, by=amara, now=now)
    actions.complete_departures(now=now + TWO_WEEKS)

    for handle in ("amara_nwosu", "amara_n"):
        with pytest.raises(actions.HandleTaken):
            change(mallory, handle, at=now + TWO_WEEKS)

    assert not RestingHandle.objects.exclude(given_up_by=None).exists()


def test_a_handle_whose_year_is_over_is_forgotten(amara, change, now):
    change(amara, "amara_n")

    actions.complete_departures(now=now + A_YEAR)

    assert RestingHandle.objects.count() == 0


def test_nobody_holds_more_than_five_handles_that_she_had(amara, mallory, change, now):
    for number in range(6):
        change(amara, f"amara_{number}", at=now + timedelta(hours=number))

    change(mallory, "amara_nwosu", at=now + timedelta(hours=7))

    assert queries.profile_by_handle("amara_nwosu") == mallory
    with pytest.raises(actions.HandleTaken):
        change(mallory, "amara_0", at=now + timedelta(hours=8))
