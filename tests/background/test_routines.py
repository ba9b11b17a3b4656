"""What comes due is done once, whoever looks first."""

from datetime import timedelta

import pytest

from corridor.background.routines import Regular, run_due
from corridor.config.schedule import SCHEDULE

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def done():
    return []


@pytest.fixture
def hourly(done):
    return [Regular(name="count", every=HOUR, run=done.append)]


def test_it_is_done_at_first_and_an_hour_later(hourly, done, now):
    assert run_due(hourly, now=now) == ["count"]
    assert run_due(hourly, now=now + timedelta(minutes=59)) == []
    assert run_due(hourly, now=now + HOUR) == ["count"]

    assert done == [now, now + HOUR]


def test_of_two_machines_one_does_it(done, now):
    def looks_too(at):
        done.append(at)
        run_due(both, now=at)

    both = [Regular(name="count", every=HOUR, run=looks_too)]
    run_due(both, now=now)

    assert done == [now]


def test_what_fails_is_tried_again_soon_and_holds_up_nothing(hourly, done, now):
    def fails(_now):
        raise RuntimeError

    regular = [Regular(name="breaks", every=timedelta(days=1), run=fails), *hourly]
    run_due(regular, now=now)

    assert done == [now]
    assert run_due(regular, now=now + timedelta(minutes=10)) == ["breaks"]


def test_each_routine_of_the_schedule_runs_on_an_empty_database(now):
    for one in SCHEDULE:
        one.run(now)

    assert len({one.name for one in SCHEDULE}) == len(SCHEDULE)
