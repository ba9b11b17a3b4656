"""From every state each of the two has a way out, and nobody is caught in a relationship."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from corridor.algorithms.state_machines import MoveImpossible
from corridor.mentoring import queries
from corridor.mentoring.actions import (
    KeptApart,
    NoLineNow,
    NoRoom,
    NotOpen,
    NotYourPause,
    NotYourRelationship,
    PauseInThePast,
    Said,
    TooLateToTakeBack,
    end_relationship,
    pause_relationship,
    resume_due,
    resume_relationship,
    take_back_end,
)
from corridor.mentoring.choices import Ending, State
from corridor.mentoring.personal_archive import archive, works_with
from corridor.people.actions import ask_to_leave, block, complete_departures, restrict
from corridor.people.choices import Kind, Restraint

pytestmark = pytest.mark.django_db


def state_of(relationship):
    relationship.refresh_from_db()
    return relationship.state


def test_whoever_paused_takes_it_up_again(together, amara, now):
    pause_relationship(together.pk, by=amara, now=now)
    rests = state_of(together)
    resume_relationship(together.pk, by=amara, now=now)

    assert (rests, state_of(together)) == (State.PAUSED, State.ACTIVE)


@pytest.mark.parametrize(
    "end", [pause_relationship, partial(end_relationship, ending=Ending.STOPPED)]
)
def test_whoever_may_only_read_goes_without_a_line(end, together, amara, mailoutbox, now):
    restrict(profile=amara, kind=Restraint.FREEZE, until=None, now=now)

    with pytest.raises(NoLineNow):
        end(together.pk, by=amara, said=Said(line="You will regret it."), now=now)
    assert (state_of(together), mailoutbox) == (State.ACTIVE, [])

    end(together.pk, by=amara, said=Said(reason="Mine."), now=now)
    assert state_of(together) != State.ACTIVE


def test_the_other_cannot_end_somebodys_pause_but_the_relationship(together, amara, osei, now):
    pause_relationship(together.pk, by=amara, now=now)

    with pytest.raises(NotYourPause):
        resume_relationship(together.pk, by=osei, now=now)
    assert state_of(together) == State.PAUSED

    end_relationship(together.pk, by=osei, ending=Ending.STOPPED, now=now)
    assert state_of(together) == State.ENDED


def test_a_pause_with_a_day_is_over_on_that_day(together, amara, now):
    until = now + timedelta(days=10)
    pause_relationship(together.pk, by=amara, until=until.date(), now=now)

    assert resume_due(now=until - timedelta(days=1)) == 0
    assert resume_due(now=until) == 1
    assert state_of(together) == State.ACTIVE


@pytest.mark.parametrize(("zone", "ends_at"), [("Pacific/Honolulu", 10), ("Pacific/Auckland", -13)])
def test_a_pause_ends_on_its_day_by_the_clock_of_whoever_paused(
    together, amara, now, zone, ends_at
):
    """`ends_at`: hours after the day begins in Greenwich."""
    amara.time_zone = zone
    amara.save(update_fields=["time_zone"])
    until = now.date() + timedelta(days=10)
    pause_relationship(together.pk, by=amara, until=until, now=now)
    begins = datetime(until.year, until.month, until.day, tzinfo=UTC) + timedelta(hours=ends_at)

    assert resume_due(now=begins - timedelta(minutes=1)) == 0
    assert resume_due(now=begins + timedelta(minutes=1)) == 1


def test_a_pause_lasts_while_somebody_keeps_apart(together, amara, osei, now):
    until = now + timedelta(days=10)
    pause_relationship(together.pk, by=amara, until=until.date(), now=now)
    block(blocker=osei, blocked=amara, now=now)

    assert resume_due(now=until) == 0
    with pytest.raises(KeptApart):
        resume_relationship(together.pk, by=amara, now=now)
    assert state_of(together) == State.PAUSED


def test_what_is_refused_changes_nothing(together, amara, mallory, now):
    with pytest.raises(PauseInThePast):
        pause_relationship(together.pk, by=amara, until=now.date(), now=now)
    with pytest.raises(MoveImpossible):
        resume_relationship(together.pk, by=amara, now=now)
    with pytest.raises(NotYourRelationship):
        pause_relationship(together.pk, by=mallory, now=now)
    with pytest.raises(NotYourRelationship):
        end_relationship(together.pk, by=mallory, ending=Ending.STOPPED, now=now)

    assert state_of(together) == State.ACTIVE


def test_what_is_over_is_not_paused_and_ends_once(together, amara, now):
    end_relationship(together.pk, by=amara, ending=Ending.STOPPED, now=now)

    with pytest.raises(NotOpen):
        pause_relationship(together.pk, by=amara, now=now)
    with pytest.raises(NotOpen):
        end_relationship(together.pk, by=amara, ending=Ending.STOPPED, now=now)


def test_an_end_is_taken_back_for_two_days_by_whoever_ended(together, amara, osei, now):
    end_relationship(together.pk, by=amara, ending=Ending.STOPPED, now=now)

    with pytest.raises(TooLateToTakeBack):
        take_back_end(together.pk, by=osei, now=now)
    with pytest.raises(TooLateToTakeBack):
        take_back_end(together.pk, by=amara, now=now + timedelta(days=2))
    again = take_back_end(together.pk, by=amara, now=now + timedelta(days=1))

    assert (again.state, again.ended_at) == (State.ACTIVE, None)
    assert queries.roles_now(queries.relationship(together.pk, viewer=amara)) == [Kind.MENTORSHIP]


def test_an_end_is_not_taken_back_into_a_place_that_is_gone(begin, together, mallory, amara, now):
    end_relationship(together.pk, by=amara, ending=Ending.STOPPED, now=now)
    begin(mallory)
    begin(amara)

    with pytest.raises(TooLateToTakeBack):
        take_back_end(together.pk, by=amara, now=now)


def test_a_place_given_to_somebody_else_stays_hers(begin, amara, mallory, join, now):
    only = begin(role=Kind.COACHING)
    end_relationship(only.pk, by=amara, ending=Ending.STOPPED, now=now)
    begin(mallory, role=Kind.COACHING)

    with pytest.raises(NoRoom):
        take_back_end(only.pk, by=amara, now=now)
    assert state_of(only) == State.ENDED


def test_people_work_with_whom_they_have_an_open_relationship(together, amara, osei, now):
    while_open = works_with(amara), works_with(osei)
    end_relationship(together.pk, by=amara, ending=Ending.FINISHED, now=now)

    assert while_open == ({osei.pk}, {amara.pk})
    assert works_with(amara) == set()


def test_what_ended_with_a_departure_stays_for_the_other_to_read(together, amara, osei, now):
    ask_to_leave(profile=amara, by=amara, now=now)
    complete_departures(now=now + timedelta(days=14))

    left = queries.relationship(together.pk, viewer=osei)
    assert (left.state, left.ending) == (State.ENDED, Ending.LEFT)
    assert left.mentee.display_name == "Somebody who left"
    assert queries.roles_now(left) == []


def test_both_find_the_relationship_in_their_archives(together, amara, osei):
    sections = [{one.key: one for one in archive(who)} for who in (amara, osei)]

    for found in sections:
        assert found["relationships"].rows[0]["mentor"] == osei.handle
        assert found["roles"].rows[0]["role"] == "mentor"
