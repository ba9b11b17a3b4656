from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.waiting import Waited, days_between, rounds_to_wait

SPRING = Waited(starts_on=date(2025, 3, 1), waiting=8, matched=6)
AUTUMN = Waited(starts_on=date(2025, 9, 1), waiting=4, matched=2)


def test_whoever_stands_within_what_a_round_matches_waits_for_the_next():
    """Two rounds matched eight: four each."""
    assert [rounds_to_wait(place, [SPRING, AUTUMN]) for place in (1, 4, 5, 8, 9)] == [1, 1, 2, 2, 3]


def test_of_few_people_or_of_nobody_matched_nothing_is_said():
    few = Waited(starts_on=date(2025, 3, 1), waiting=4, matched=4)
    in_vain = Waited(starts_on=date(2025, 3, 1), waiting=9, matched=0)

    assert rounds_to_wait(1, [few]) is None
    assert rounds_to_wait(1, [in_vain]) is None
    assert rounds_to_wait(1, []) is None


def test_rounds_come_at_their_median_distance():
    starts = [date(2025, 1, 1), date(2025, 7, 1), date(2026, 1, 1)]

    assert days_between(starts) == timedelta(days=182)
    assert days_between(starts[:1]) is None


@given(st.integers(1, 500), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=6))
def test_whoever_is_further_behind_never_waits_for_less(position, counts):
    earlier = [
        Waited(starts_on=date(2025, 1, 1), waiting=max(pair), matched=min(pair)) for pair in counts
    ]
    sooner, later = rounds_to_wait(position, earlier), rounds_to_wait(position + 1, earlier)

    assert (sooner is None) == (later is None)
    assert sooner is None or later is None or sooner <= later
