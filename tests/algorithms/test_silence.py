from datetime import UTC, datetime, timedelta

import pytest

from corridor.algorithms.silence import is_silent, silent_after

NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cadence", "days"),
    [("weekly", 14), ("fortnight", 21), ("monthly", 45), ("quarterly", 136.5), ("once", 45)],
)
def test_silence_begins_half_a_rhythm_late(cadence, days):
    assert silent_after(cadence) == timedelta(days=days)


def test_a_sign_exactly_that_long_ago_is_no_silence_yet():
    last = NOON - timedelta(days=45)

    assert not is_silent(last, cadence="monthly", now=NOON)
    assert is_silent(last - timedelta(seconds=1), cadence="monthly", now=NOON)


def test_a_meeting_that_is_still_to_come_is_a_sign():
    assert not is_silent(NOON + timedelta(days=3), cadence="weekly", now=NOON)
