from datetime import date

import pytest

from corridor.algorithms.matching.week import (
    NotAMonday,
    PeriodEndsBeforeItStarts,
    Span,
    UnknownZone,
    free_quarters,
    reference_weeks,
    shared_minutes,
)

WINTER = date(2026, 1, 5)
BETWEEN = date(2026, 3, 9)
"""New York has changed its clocks, London has not."""
SUMMER = date(2026, 3, 30)


def slots(mask: int) -> list[int]:
    return [slot for slot in range(mask.bit_length()) if mask >> slot & 1]


def quarters(*spans: Span, zone: str, monday: date = WINTER) -> list[int]:
    (mask,) = free_quarters(spans, zone=zone, mondays=[monday])
    return slots(mask)


def test_the_week_begins_on_monday_at_midnight_utc():
    assert quarters(Span("mon", 0, 60), zone="UTC") == [0, 1, 2, 3]


def test_the_same_local_hours_lie_an_hour_earlier_in_summer():
    evening = Span("mon", 18 * 60, 19 * 60)

    assert quarters(evening, zone="America/New_York", monday=WINTER) == [92, 93, 94, 95]
    assert quarters(evening, zone="America/New_York", monday=BETWEEN) == [88, 89, 90, 91]


def test_kolkata_lies_five_hours_and_a_half_ahead():
    assert quarters(Span("mon", 9 * 60, 10 * 60), zone="Asia/Kolkata") == [14, 15, 16, 17]


def test_an_hour_in_kathmandu_is_a_whole_hour():
    # 09:00 to 10:00 is 03:15 to 04:15 in UTC.
    assert quarters(Span("mon", 9 * 60, 10 * 60), zone="Asia/Kathmandu") == [13, 14, 15, 16]


def test_two_who_are_free_from_a_quarter_past_to_a_quarter_past_share_the_hour():
    (mask,) = free_quarters([Span("mon", 18 * 60 + 15, 19 * 60 + 15)], zone="UTC", mondays=[WINTER])

    assert shared_minutes((mask,), (mask,)) == 60


def test_only_a_quarter_that_is_wholly_free_counts():
    # 09:10 to 10:00: the quarter from 09:00 is not wholly free.
    assert quarters(Span("mon", 9 * 60 + 10, 10 * 60), zone="UTC") == [37, 38, 39]


def test_spans_that_touch_are_one_before_quarters_are_cut():
    # 09:00 to 09:30; cut apart at 09:20 it would lose a quarter.
    early, late = Span("mon", 9 * 60, 9 * 60 + 20), Span("mon", 9 * 60 + 20, 9 * 60 + 30)

    assert quarters(early, late, zone="UTC") == [36, 37]


def test_a_span_may_run_past_midnight_into_the_next_day():
    assert quarters(Span("tue", 23 * 60, 1 * 60), zone="UTC") == list(range(188, 196))


def test_sunday_night_runs_into_monday_morning():
    assert quarters(Span("sun", 23 * 60, 1 * 60), zone="UTC") == [0, 1, 2, 3, 668, 669, 670, 671]


def test_monday_morning_in_auckland_is_sunday_evening_in_utc():
    assert quarters(Span("mon", 9 * 60, 10 * 60), zone="Pacific/Auckland") == [656, 657, 658, 659]


def test_sunday_night_and_monday_morning_join():
    # Sunday 23:00 to Monday 01:00 is 17:15 to 19:15 on Sunday in UTC.
    night = (Span("sun", 23 * 60, 24 * 60), Span("mon", 0, 60))

    assert quarters(*night, zone="Asia/Kathmandu") == list(range(645, 653))


def test_somebody_free_all_week_is_free_in_every_quarter():
    days = [Span(day, 0, 24 * 60) for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")]

    assert quarters(*days, zone="Asia/Kathmandu") == list(range(672))


def test_a_gap_week_between_two_clock_changes_is_a_reference_week_of_its_own():
    weeks = reference_weeks(
        date(2026, 1, 1), date(2026, 12, 31), ["America/New_York", "Europe/London"]
    )

    assert weeks == (date(2025, 12, 29), BETWEEN, SUMMER)


def test_zones_without_clock_changes_need_one_reference_week():
    weeks = reference_weeks(date(2026, 1, 5), date(2026, 12, 31), ["Asia/Kolkata", "UTC"])

    assert weeks == (WINTER,)


def test_shared_time_is_that_of_the_worst_week():
    mondays = [WINTER, BETWEEN, SUMMER]
    new_york = free_quarters(
        [Span("mon", 18 * 60, 20 * 60)], zone="America/New_York", mondays=mondays
    )
    london = free_quarters([Span("tue", 0, 60)], zone="Europe/London", mondays=mondays)

    assert shared_minutes(new_york[:1], london[:1]) == 60
    assert shared_minutes(new_york[2:], london[2:]) == 60
    assert shared_minutes(new_york, london) == 0


def test_shared_time_is_unknown_where_somebody_did_not_say():
    assert shared_minutes((), (1,)) is None


@pytest.mark.parametrize("zone", ["Europe/Atlantis", "", "../etc"])
def test_a_zone_that_does_not_exist_is_refused(zone):
    with pytest.raises(UnknownZone):
        quarters(zone=zone)


def test_a_reference_week_that_begins_on_a_tuesday_is_refused():
    with pytest.raises(NotAMonday):
        quarters(zone="UTC", monday=date(2026, 1, 6))


def test_a_programme_that_ends_before_it_starts_is_refused():
    with pytest.raises(PeriodEndsBeforeItStarts):
        reference_weeks(date(2026, 2, 1), date(2026, 1, 1), ["UTC"])
