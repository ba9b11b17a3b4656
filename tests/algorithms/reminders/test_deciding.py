"""When a reminder may go: by hand at the edges, and for whatever comes in whatever order."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.reminders.deciding import Came, Wanted, is_daytime, may_go
from corridor.algorithms.reminders.table import DAYTIME, MOST, OF, TABLE, Kind, Reminder, Stop, To

NOON = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def asks(kind, *, about=1, since=NOON - 60 * DAY, now=NOON, zone="UTC", before=()):
    wanted = Wanted(reminder=OF[kind], about=about, since=since)
    return may_go(wanted, now=now, zone=zone, before=before)


def came(kind, *, days=0, hours=0, about=1):
    return Came(kind=kind, about=about, at=NOON - timedelta(days=days, hours=hours))


@pytest.mark.parametrize(
    ("zone", "hour", "is_day"),
    [
        ("UTC", 8, True),
        ("UTC", 7, False),
        ("UTC", 19, True),
        ("UTC", 20, False),
        ("Asia/Kathmandu", 3, True),  # 8:45
        ("Asia/Kathmandu", 2, False),  # 7:45
        ("Pacific/Auckland", 19, True),  # 8:00 of the next day, in summer time
        ("America/New_York", 11, False),  # 7:00, in summer time
    ],
)
def test_day_and_night_are_those_of_her_zone(zone, hour, is_day):
    assert is_daytime(datetime(2026, 3, 20, hour, tzinfo=UTC), zone) is is_day


def test_once_is_once():
    assert asks(Kind.WRITE_LOG)
    assert not asks(Kind.WRITE_LOG, before=[came(Kind.WRITE_LOG, days=50)])
    assert asks(Kind.WRITE_LOG, before=[came(Kind.WRITE_LOG, days=50, about=2)])


def test_the_second_comes_a_week_after_the_first_and_no_third():
    a_day_early = [came(Kind.GIVE_REVIEW, days=6)]
    in_time = [came(Kind.GIVE_REVIEW, days=7)]
    both = [*in_time, came(Kind.GIVE_REVIEW, days=14)]

    assert [asks(Kind.GIVE_REVIEW, before=one) for one in (a_day_early, in_time, both)] == [
        False,
        True,
        False,
    ]


def test_what_stands_still_anew_is_told_anew():
    before = [came(Kind.MOVE_GOAL, days=40)]

    assert not asks(Kind.MOVE_GOAL, since=NOON - 60 * DAY, before=before)
    assert asks(Kind.MOVE_GOAL, since=NOON - 22 * DAY, before=before)


def test_one_a_day_and_three_a_week_whatever_they_are_about():
    today = [came(Kind.MOVE_GOAL, hours=1, about=7)]
    yesterday = [came(Kind.MOVE_GOAL, hours=13, about=7)]
    three = [came(Kind.MOVE_GOAL, days=day, about=day) for day in (1, 3, 6)]
    two = [came(Kind.MOVE_GOAL, days=day, about=day) for day in (1, 3, 7)]

    assert [asks(Kind.WRITE_LOG, before=one) for one in (today, yesterday, three, two)] == [
        False,
        True,
        False,
        True,
    ]


def test_what_hurries_has_a_second_place_a_day_and_two_more_a_week():
    today = [came(Kind.MOVE_GOAL, hours=1, about=7)]
    twice = [*today, came(Kind.ANSWER_HELLO, hours=2, about=8)]
    week = [came(Kind.MOVE_GOAL, days=day, about=day) for day in (1, 2, 3, 4)]

    assert asks(Kind.ANSWER_MATCH, before=today)
    assert not asks(Kind.ANSWER_MATCH, before=twice)
    assert asks(Kind.ANSWER_MATCH, before=week)
    assert not asks(Kind.ANSWER_MATCH, before=[*week, came(Kind.WRITE_LOG, days=5, about=9)])


def test_meetings_with_a_time_of_their_own_take_no_room():
    before = [came(Kind.MEETING_SOON, hours=hour, about=hour) for hour in range(1, 8)]

    assert asks(Kind.WRITE_LOG, before=before)


def test_a_reminder_that_repeats_says_how_long_after():
    with pytest.raises(ValueError, match="write_log"):
        Reminder(kind=Kind.WRITE_LOG, to=To.BOTH, after=DAY, most=2, stops=(Stop.DONE,))


SENT_BY_MACHINE = [one.kind for one in TABLE if not one.is_timed]
ZONES = st.sampled_from(["UTC", "America/New_York", "Asia/Kathmandu", "Europe/Stockholm"])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(SENT_BY_MACHINE),
        st.integers(1, 3),
        st.timedeltas(timedelta(0), timedelta(days=3)),
    ),
    max_size=60,
)


@given(steps=STEPS, zone=ZONES)
def test_whatever_is_due_nobody_gets_too_many_too_often_or_at_night(steps, zone):
    now, sent = datetime(2026, 3, 25, tzinfo=UTC), []  # both changes of clocks come soon after
    for kind, about, later in steps:
        now += later
        if asks(kind, about=about, since=datetime(2026, 1, 1, tzinfo=UTC), now=now, zone=zone,
                before=sent):  # fmt: skip
            sent.append(Came(kind=kind, about=about, at=now))

    local = [one.at.astimezone(ZoneInfo(zone)) for one in sent]
    assert all(DAYTIME[0] <= at.hour < DAYTIME[1] for at in local)
    assert all(sum(at.date() == day for at in local) <= MOST[True].a_day
               for day in {at.date() for at in local})  # fmt: skip
    for one in sent:
        in_a_week = [two for two in sent if one.at <= two.at < one.at + 7 * DAY]
        assert len(in_a_week) <= MOST[True].a_week
        of_it = [two.at for two in sent if (two.kind, two.about) == (one.kind, one.about)]
        assert len(of_it) <= OF[one.kind].most
        again = OF[one.kind].again_after
        assert again is None or all(late - early >= again for early, late in pairwise(of_it))
