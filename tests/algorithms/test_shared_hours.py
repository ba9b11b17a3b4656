"""When two people are both free; the clocks were read by hand."""

from datetime import date

from corridor.algorithms.matching.week import Span
from corridor.algorithms.shared_hours import SharedSpan, Week, shared_spans

SUMMER = date(2026, 7, 6)
WINTER = date(2026, 1, 5)


def week(zone, *spans):
    return Week(zone=zone, spans=tuple(Span(*span) for span in spans))


def test_an_evening_in_london_is_an_afternoon_in_new_york():
    mine = week("Europe/London", ("tue", 18 * 60, 21 * 60))
    theirs = week("America/New_York", ("tue", 12 * 60, 14 * 60))

    assert shared_spans(mine, theirs, monday=SUMMER) == [
        SharedSpan(
            mine=Span("tue", 18 * 60, 19 * 60), theirs=Span("tue", 13 * 60, 14 * 60), minutes=60
        )
    ]


def test_the_day_may_differ():
    mine = week("Pacific/Auckland", ("wed", 8 * 60, 10 * 60))
    theirs = week("Europe/London", ("tue", 19 * 60, 22 * 60))

    # 08:00 on Wednesday in Auckland is 19:00 on Tuesday in London in January: 13 hours.
    assert shared_spans(mine, theirs, monday=WINTER) == [
        SharedSpan(
            mine=Span("wed", 8 * 60, 10 * 60), theirs=Span("tue", 19 * 60, 21 * 60), minutes=120
        )
    ]


def test_a_span_over_the_end_of_the_week_in_utc_is_one():
    mine = week("Asia/Tokyo", ("mon", 8 * 60, 10 * 60))
    theirs = week("Asia/Tokyo", ("mon", 7 * 60, 12 * 60))

    assert shared_spans(mine, theirs, monday=WINTER) == [
        SharedSpan(mine=Span("mon", 480, 600), theirs=Span("mon", 480, 600), minutes=120)
    ]


def test_spans_come_in_the_order_of_my_week():
    mine = week("UTC", ("sun", 600, 660), ("mon", 600, 660))

    days = [span.mine.day for span in shared_spans(mine, mine, monday=WINTER)]

    assert days == ["mon", "sun"]


def test_people_who_are_never_free_together_share_nothing():
    assert (
        shared_spans(week("UTC", ("mon", 0, 60)), week("UTC", ("mon", 60, 120)), monday=WINTER)
        == []
    )


def test_two_who_are_always_free_share_the_whole_week():
    always = week(
        "UTC", *((day, 0, 1440) for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
    )

    assert [span.minutes for span in shared_spans(always, always, monday=WINTER)] == [7 * 1440]
