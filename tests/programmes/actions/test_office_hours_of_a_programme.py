"""Office hours for a programme go on while their mentor is of it, also between two rounds."""

from datetime import date, timedelta

import pytest
from django.core import mail

from corridor.algorithms.matching.options import Options
from corridor.mentoring.actions import office_hours
from corridor.mentoring.actions.office_hours import NewHours
from corridor.mentoring.meeting_choices import Repeat
from corridor.mentoring.office_choices import Whom
from corridor.programmes import actions
from corridor.programmes.models import Application, Programme, Round

WEEK = timedelta(days=7)


@pytest.fixture
def hours(spring, dr_osei, now):
    """Each week, for the programme in whose round Dr Osei is."""
    new = NewHours(
        first_at=now + timedelta(days=2),
        zone="Europe/London",
        places=2,
        repeat=Repeat.WEEKLY,
        whom=Whom.PROGRAMME,
        programme_address=spring.programme.slug,
    )
    offered = office_hours.offer_hours(new, by=dr_osei, now=now)
    mail.outbox.clear()
    return offered


@pytest.fixture
def finished(hours, spring):
    """The round of the office hours is over."""
    del hours
    Round.objects.filter(pk=spring.pk).update(state="finished")


@pytest.fixture
def autumn(finished, programme, prof_lindqvist):
    """The next round, in which people apply."""
    del finished
    new = actions.NewRound(
        name="Autumn 2026",
        opens_on=date(2026, 8, 1),
        closes_on=date(2026, 9, 1),
        starts_on=date(2026, 10, 1),
        ends_on=date(2027, 3, 1),
        options=Options(),
    )
    return actions.open_round(programme=programme, new=new, by=prof_lindqvist)


@pytest.fixture
def tended(hours, now):
    """`tended()`: how they stand a week later."""

    def tended():
        office_hours.tend_hours(now=now + WEEK)
        hours.refresh_from_db()
        return hours.state

    return tended


def applies(profile, round, state, now):
    Application.objects.create(
        round=round, profile=profile, side="mentor", state=state, applied_at=now
    )


def told(profile):
    return [one.subject for one in mail.outbox if one.to == [profile.account.email]]


def test_between_two_rounds_they_go_on(finished, tended, dr_osei):
    del finished

    assert tended() == "offered"
    assert told(dr_osei) == []


@pytest.mark.parametrize("state", ["draft", "sent", "in"])
def test_while_she_applies_to_the_next_round_they_go_on(state, autumn, tended, dr_osei, now):
    applies(dr_osei, autumn, state, now)

    assert tended() == "offered"


@pytest.mark.parametrize("state", ["withdrawn", "declined"])
def test_whoever_is_not_in_the_next_is_told_that_they_end(state, autumn, tended, dr_osei, now):
    applies(dr_osei, autumn, state, now)

    assert tended() == "ended"
    assert told(dr_osei) == ["Your office hours have ended"]


def test_when_the_next_round_begins_without_her_they_end(autumn, tended):
    in_between = tended()
    Round.objects.filter(pk=autumn.pk).update(state="published")

    assert (in_between, tended()) == ("offered", "ended")


def test_they_end_with_their_programme(finished, tended, programme, dr_osei):
    del finished
    Programme.objects.filter(pk=programme.pk).update(state="archived")

    assert tended() == "ended"
    assert told(dr_osei) == ["Your office hours have ended"]
