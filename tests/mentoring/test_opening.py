"""Whoever becomes somebody's mentor, coach or sponsor comes through one door."""

from datetime import date, timedelta

import pytest

from corridor.mentoring import queries
from corridor.mentoring.actions import (
    AlreadyTogether,
    KeptApart,
    NoRoom,
    Origin,
    WithHerself,
    end_relationship,
    pause_relationship,
)
from corridor.mentoring.choices import Ending, OriginKind, State
from corridor.mentoring.models import Relationship, RoleSpan
from corridor.people.actions import ask_to_leave, block, declare_evaluation
from corridor.people.choices import EvaluationKind, Kind

pytestmark = pytest.mark.django_db


def test_a_relationship_begins_active_and_knows_where_it_comes_from(begin, osei, amara, now):
    origin = Origin(
        kind=OriginKind.PROGRAMME,
        programme_name="First-Gen in Medicine",
        programme_address="first-gen-in-medicine",
        round_name="Spring 2027",
        until=date(2027, 11, 30),
        months=12,
        cadence="Every month",
    )

    begun = begin(origin=origin)

    found = queries.relationship(begun.pk, viewer=amara)
    assert found.state == State.ACTIVE
    assert (found.mentor, found.mentee, found.opened_at) == (osei, amara, now)
    assert (found.programme_name, found.round_name) == ("First-Gen in Medicine", "Spring 2027")
    assert queries.roles_now(found) == [Kind.MENTORSHIP]


def test_each_open_relationship_takes_a_place_until_it_ends(begin, osei, amara, mallory, now):
    before = queries.places_left(osei, Kind.MENTORSHIP)
    with_amara, with_mallory = begin(), begin(mallory)
    while_both = queries.places_left(osei, Kind.MENTORSHIP), queries.carried(osei)
    pause_relationship(with_amara.pk, by=amara, now=now)
    while_one_rests = queries.places_left(osei, Kind.MENTORSHIP)
    end_relationship(with_mallory.pk, by=osei, ending=Ending.STOPPED, now=now)

    assert (before, while_both, while_one_rests) == (2, (0, 2), 0)
    assert queries.places_left(osei, Kind.MENTORSHIP) == 1


def test_nobody_is_taken_on_beyond_the_places_somebody_has(begin, mallory, join):
    begin()
    begin(mallory)

    with pytest.raises(NoRoom):
        begin(join(handle="noor", display_name="Noor"))

    assert Relationship.objects.count() == 2


def test_somebody_who_offers_nothing_has_the_places_that_she_gave_in_the_programme(
    begin, amara, mallory, prof_lindqvist
):
    given = Origin(kind=OriginKind.PROGRAMME, places=1)

    with pytest.raises(NoRoom):
        begin(mentor=prof_lindqvist)
    begin(mentor=prof_lindqvist, origin=given)
    with pytest.raises(NoRoom):
        begin(mallory, mentor=prof_lindqvist, origin=given)

    assert queries.carried(prof_lindqvist) == 1


def test_a_second_role_comes_into_the_same_relationship(begin, together):
    again = begin(role=Kind.COACHING)

    assert again == together
    assert queries.roles_now(again) == [Kind.MENTORSHIP, Kind.COACHING]


def test_a_role_that_she_offers_to_nobody_is_hers_to_give_to_whom_she_has(begin, together):
    begin(role=Kind.SPONSORSHIP)

    assert queries.roles_now(together) == [Kind.MENTORSHIP, Kind.SPONSORSHIP]


def test_a_further_role_needs_room_where_she_said_how_much_she_has(begin, together, mallory):
    begin(mallory, role=Kind.COACHING)

    with pytest.raises(NoRoom):
        begin(role=Kind.COACHING)

    assert queries.roles_now(together) == [Kind.MENTORSHIP]


def test_the_same_role_twice_is_refused(begin, together):
    with pytest.raises(AlreadyTogether):
        begin()

    assert RoleSpan.objects.count() == 1


def test_after_an_end_two_people_can_begin_anew(begin, together, amara, now):
    end_relationship(together.pk, by=amara, ending=Ending.FINISHED, now=now)

    assert begin() != together


def test_nobody_is_her_own_mentor(begin, osei):
    with pytest.raises(WithHerself):
        begin(osei)


def test_who_is_kept_apart_is_not_brought_together(begin, amara, osei, mallory, join, now):
    noor = join(handle="noor", display_name="Noor")
    block(blocker=amara, blocked=osei, now=now)
    declare_evaluation(
        profile=osei, other=mallory, kind=EvaluationKind.EVALUATED_BY_ME, ends_on=None, now=now
    )
    ask_to_leave(profile=noor, by=noor, now=now)

    for mentee in (amara, mallory, noor):
        with pytest.raises(KeptApart):
            begin(mentee)

    assert not Relationship.objects.exists()


def test_an_evaluation_that_is_over_keeps_nobody_apart(begin, amara, osei, now):
    declare_evaluation(
        profile=osei,
        other=amara,
        kind=EvaluationKind.EVALUATED_BY_ME,
        ends_on=now.date() + timedelta(days=1),
        now=now,
    )

    assert begin(at=now + timedelta(days=1)).is_open


def test_only_the_two_find_their_relationship(together, osei, amara, mallory, prof_lindqvist):
    found = {
        who.handle: queries.relationship(together.pk, viewer=who) is not None
        for who in (osei, amara, mallory, prof_lindqvist)
    }

    assert {handle for handle, has in found.items() if has} == {osei.handle, amara.handle}
    assert list(queries.relationships(amara)) == [together]
    assert list(queries.relationships(mallory)) == []
