"""Times to meet, by both clocks; edges of daylight saving were read by hand."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.common_times import (
    ComesTwice,
    Hours,
    NeverComes,
    common_times,
    instant_of,
    repeated,
    spread,
    weeks_later,
)
from corridor.algorithms.matching.week import DAYS, Span

LONDON, NEW_YORK = "Europe/London", "America/New_York"
ZONES = (LONDON, NEW_YORK, "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham", "UTC")


def at(*told):
    return datetime(*told, tzinfo=UTC)


def hours(zone, *spans, **besides):
    return Hours(zone=zone, spans=tuple(Span(*span) for span in spans), **besides)


def test_an_evening_in_london_meets_an_afternoon_in_new_york():
    mine = hours(LONDON, ("tue", 18 * 60, 19 * 60))
    theirs = hours(NEW_YORK, ("tue", 12 * 60, 14 * 60))
    week = (at(2026, 7, 6), at(2026, 7, 13))

    # 18:00 in London is 13:00 in New York and 17:00 UTC, in July.
    assert common_times(mine, theirs, between=week, minutes=30) == [
        at(2026, 7, 7, 17, 0),
        at(2026, 7, 7, 17, 15),
        at(2026, 7, 7, 17, 30),
    ]
    assert common_times(mine, theirs, between=week, minutes=60) == [at(2026, 7, 7, 17, 0)]


def test_weeks_in_which_only_one_clock_has_changed_are_told_right():
    mine = hours(LONDON, ("tue", 18 * 60, 19 * 60))
    theirs = hours(NEW_YORK, ("tue", 14 * 60, 15 * 60))

    # New York goes forward on 8 March 2026 and London on 29 March: four hours apart between.
    times = common_times(mine, theirs, between=(at(2026, 3, 1), at(2026, 4, 5)), minutes=60)
    assert times == [at(2026, 3, 10, 18), at(2026, 3, 17, 18), at(2026, 3, 24, 18)]


def test_nothing_is_offered_on_days_away_or_over_what_is_arranged():
    mine = hours(
        "UTC",
        *((day, 9 * 60, 10 * 60) for day in DAYS),
        away=((date(2026, 7, 7), date(2026, 7, 9)),),
    )
    theirs = hours(
        "UTC",
        *((day, 9 * 60, 10 * 60) for day in DAYS),
        busy=((at(2026, 7, 9, 9, 30), at(2026, 7, 9, 10)),),
    )

    times = common_times(mine, theirs, between=(at(2026, 7, 6), at(2026, 7, 11)), minutes=60)

    assert times == [at(2026, 7, 6, 9), at(2026, 7, 10, 9)]


def test_the_hour_that_comes_twice_is_not_offered():
    night = hours(NEW_YORK, ("sun", 0, 4 * 60))

    # On 1 November 2026 the clock goes from 02:00 back to 01:00.
    times = common_times(night, night, between=(at(2026, 11, 1), at(2026, 11, 2)), minutes=60)

    told = [moment.astimezone(ZoneInfo(NEW_YORK)).strftime("%H:%M") for moment in times]
    assert told == [
        *("00:00", "00:15", "00:30", "00:45"),
        *("02:00", "02:15", "02:30", "02:45", "03:00"),
    ]


@pytest.mark.parametrize(
    ("told", "zone", "is_so"),
    [
        ("2026-03-29 01:30", LONDON, NeverComes),
        ("2026-10-25 01:30", LONDON, ComesTwice),
        ("2026-03-08 02:00", NEW_YORK, NeverComes),
        ("2026-11-01 01:00", NEW_YORK, ComesTwice),
    ],
)
def test_times_that_a_clock_skips_or_shows_twice_are_refused(told, zone, is_so):
    with pytest.raises(is_so):
        instant_of(datetime.fromisoformat(told), zone=zone)


def test_the_hour_after_the_leap_is_there():
    assert instant_of(datetime.fromisoformat("2026-03-29 02:00"), zone=LONDON) == at(2026, 3, 29, 1)


def test_a_cadence_keeps_to_the_clock_on_the_wall():
    # Noon in London is 12:00 UTC before 29 March 2026 and 11:00 after.
    assert weeks_later(at(2026, 3, 24, 12), zone=LONDON, weeks=1) == at(2026, 3, 31, 11)
    # 01:30 does not come on 29 March: the clock shows 02:30 BST in its place.
    assert weeks_later(at(2026, 3, 22, 1, 30), zone=LONDON, weeks=1) == at(2026, 3, 29, 1, 30)


def test_a_few_times_are_spread_over_the_days():
    times = [at(2026, 7, day, 9, minute) for day in (6, 7, 8) for minute in (15, 0)]

    chosen = spread(sorted(times), clock=ZoneInfo("UTC"), most=4)

    assert chosen == [
        at(2026, 7, 6, 9),
        at(2026, 7, 6, 9, 15),
        at(2026, 7, 7, 9),
        at(2026, 7, 8, 9),
    ]


spans = st.builds(
    lambda day, start, length: Span(day, start, (start + length) % 1440),
    st.sampled_from(DAYS),
    st.integers(0, 1439),
    st.integers(15, 600),
)
people = st.builds(Hours, spans=st.lists(spans, max_size=4).map(tuple), zone=st.sampled_from(ZONES))
edges = st.sampled_from(
    [
        at(2026, 3, 7),
        at(2026, 3, 28),
        at(2026, 4, 4),
        at(2026, 10, 3),
        at(2026, 10, 24),
        at(2026, 10, 31),
    ]
)


def is_free(person, moment):
    """Asked of a single minute, in the plainest way."""
    local = moment.astimezone(ZoneInfo(person.zone))
    minute, today = local.hour * 60 + local.minute, DAYS[local.weekday()]
    yesterday = DAYS[local.weekday() - 1]
    return any(
        (
            span.day == today
            and span.start <= minute
            and (minute < span.end or span.end <= span.start)
        )
        or (span.day == yesterday and span.end <= span.start and minute < span.end)
        for span in person.spans
    )


@given(people, people, edges, st.sampled_from([15, 30, 60]))
def test_what_is_offered_is_free_for_both_and_comes_once(mine, theirs, start, minutes):
    between = (start, start + timedelta(days=3))

    times = common_times(mine, theirs, between=between, minutes=minutes)

    for person in (mine, theirs):
        clock = ZoneInfo(person.zone)
        walls = [moment.astimezone(clock).replace(tzinfo=None) for moment in times]
        assert len(walls) == len(set(walls))
        for moment, wall in zip(times, walls, strict=True):
            assert instant_of(wall, zone=person.zone) == moment
            assert all(is_free(person, moment + timedelta(minutes=one)) for one in range(minutes))


@given(people, people, edges, st.sampled_from([15, 30, 60]))
def test_nothing_that_suits_both_is_left_out(mine, theirs, start, minutes):
    end = start + timedelta(days=3)
    times = set(common_times(mine, theirs, between=(start, end), minutes=minutes))

    moment = start
    while moment + timedelta(minutes=minutes) <= end:
        suits = all(
            is_free(person, moment + timedelta(minutes=one))
            for person in (mine, theirs)
            for one in range(minutes)
        )
        if suits and moment not in times:
            for_two = [mine.zone, theirs.zone]
            assert any(comes_twice(moment, zone) for zone in for_two)
        moment += timedelta(minutes=15)


def comes_twice(moment, zone):
    wall = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    try:
        instant_of(wall, zone=zone)
    except ComesTwice:
        return True
    return False


@given(
    st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2027-12-31")),
    st.sampled_from(ZONES),
    st.integers(1, 26),
)
def test_weeks_later_is_the_same_time_of_day_wherever_there_is_one(told, zone, weeks):
    try:
        start = instant_of(told, zone=zone)
        wanted = instant_of(told + timedelta(weeks=weeks), zone=zone)
    except (NeverComes, ComesTwice):
        return
    assert weeks_later(start, zone=zone, weeks=weeks) == wanted


@given(
    st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2027-12-31")),
    st.sampled_from(ZONES),
    st.sampled_from([1, 2, 4]),
    st.integers(-30, 400),
)
def test_what_repeats_keeps_its_time_of_day_and_none_is_left_out(told, zone, weeks, days):
    try:
        first = instant_of(told, zone=zone)
    except (NeverComes, ComesTwice):
        return
    after = first + timedelta(days=days)

    times = repeated(first, zone=zone, weeks=weeks, after=after, most=4)

    every = [weeks_later(first, zone=zone, weeks=weeks * number) for number in range(450)]
    assert times == [one for one in every if one > after][:4]


def test_what_a_leap_moved_comes_at_its_own_time_again():
    first = at(2026, 3, 22, 1, 30)

    times = repeated(first, zone=LONDON, weeks=1, after=first, most=2)

    # 01:30 does not come on 29 March; the Sunday after it is 01:30 again, by a clock put forward.
    assert times == [at(2026, 3, 29, 1, 30), at(2026, 4, 5, 0, 30)]
