"""Numbers of posts grow with time, and are given once."""

from datetime import UTC, datetime, timedelta

from corridor.kernel.ids import MOMENTS, moment, new_id

NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)


def test_of_one_moment_later_numbers_are_larger():
    first, second = new_id(NOON), new_id(NOON)

    assert first < second
    assert moment(first) == moment(second) == NOON


def test_who_brings_old_posts_comes_back_to_a_second_and_no_number_is_given_twice():
    seconds = [NOON + timedelta(seconds=second) for second in range(20)]

    made = [new_id(second) for _ in range(300) for second in seconds]

    assert len(set(made)) == len(made)


def test_only_so_many_moments_are_remembered():
    for second in range(MOMENTS + 5):
        new_id(NOON + timedelta(days=1, seconds=second))

    assert moment(new_id(NOON)) == NOON
