"""What follows from what fell through: worked by hand, and over whatever may happen."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corridor.algorithms.consequences import (
    LEVEL,
    LOOK_WAITS,
    Rules,
    Standing,
    Step,
    next_move,
)
from corridor.programmes.states_of_consequences import (
    APPEAL,
    CLEAR,
    CLOCK,
    CONSEQUENCE,
    MEMBER,
    STEPS,
)

DAY = timedelta(days=1)
START = datetime(2026, 3, 20, 9, tzinfo=UTC)
RULES = Rules(first_days=2, window=180 * DAY)
BREAK = 30 * DAY


def on(*days):
    return [START + day * DAY for day in days]


def move(step, *facts, since=0, at, rests_until=None):
    standing = Standing(
        step=step,
        since=START + since * DAY,
        rests_until=None if rests_until is None else START + rests_until * DAY,
    )
    return next_move(standing, on(*facts), RULES, now=START + at * DAY)


@pytest.mark.parametrize(
    ("step", "facts", "since", "at", "due"),
    [
        (Step.CLEAR, [1], 0, 2, None),
        (Step.CLEAR, [1, 2], 0, 2, "notice"),
        (Step.CLEAR, [1, 1.2], 0, 2, None),
        (Step.CLEAR, [1, 9], 0, 2, None),
        (Step.NOTICED, [1, 2], 2, 3, None),
        (Step.NOTICED, [1, 2, 5], 2, 6, "warn"),
        (Step.NOTICED, [1, 2, 3], 4, 6, None),
        (Step.WARNED, [1, 2, 5, 7], 5, 8, "rest"),
        (Step.RETURNED, [1, 2, 5, 7, 50], 7, 51, "look"),
        (Step.RETURNED, [1, 2, 5, 7], 7, 51, None),
    ],
)
def test_each_step_takes_something_more_after_the_one_before(step, facts, since, at, due):
    assert move(step, *facts, since=since, at=at) == due


def test_what_is_half_a_year_old_is_forgotten():
    assert move(Step.WARNED, 1, 2, 5, since=5, at=181.9) is None
    assert move(Step.WARNED, 1, 2, 5, since=5, at=182) == "forgive"


def test_what_is_taken_back_undoes_what_stood_on_it():
    assert move(Step.WARNED, 1, 5, since=5, at=6) == "ease"
    assert move(Step.RESTING, 1, 5, 7, since=7, at=8, rests_until=37) == "ease"
    assert move(Step.RESTING, 5, since=7, at=8, rests_until=37) == "forgive"


def test_what_happened_since_bears_a_step_as_well():
    """Told on day 7; the first is taken back, and another came on day 8: the break goes on."""
    assert move(Step.RESTING, 2, 5, 7, 8, since=7, at=9, rests_until=37) is None


def test_a_break_ends_on_its_day_and_a_look_by_itself():
    assert move(Step.RESTING, 1, 2, 5, 7, since=7, at=36, rests_until=37) is None
    assert move(Step.RESTING, 1, 2, 5, 7, since=7, at=37, rests_until=37) == "resume"
    assert move(Step.LOOK, 1, 2, 5, 7, 50, since=50, at=79) is None
    assert move(Step.LOOK, 1, 2, 5, 7, 50, since=50, at=80) == "let_be"


class Life:
    """What the actions do with it, without a database."""

    def __init__(self):
        self.standing, self.facts, self.told = Standing(step=Step.CLEAR, since=START), [], []

    def look(self, now):
        while (due := next_move(self.standing, self.facts, RULES, now=now)) is not None:
            before = self.standing
            step = Step(CONSEQUENCE.after(before.step, due, by=CLOCK))
            if due in {"notice", "warn", "rest", "look"}:
                assert LEVEL[step] == LEVEL[before.step] + 1
                self.told.append((before.step, now))
            if due == "let_be":
                self.facts = []
            self.standing = Standing(
                step=step,
                since=now if due in {"notice", "warn", "rest", "look"} else before.since,
                rests_until=now + BREAK if step == Step.RESTING else None,
            )


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["happens", "happens", "happens", "taken back", "time"]),
        st.floats(min_value=0, max_value=60),
        st.integers(min_value=0, max_value=30),
    ),
    max_size=30,
)


@given(DEEDS)
@example([*[("happens", 1.0, 0)] * 5, ("taken back", 0.0, 0)])
@settings(max_examples=400)
def test_whatever_happens_time_alone_leads_back_and_no_step_comes_without_cause(deeds):
    life, now = Life(), START
    for deed, days, which in deeds:
        now += days * DAY
        told = len(life.told)
        if deed == "happens":
            life.facts.append(now)
        elif deed == "taken back" and life.facts:
            life.facts.pop(which % len(life.facts))
        life.look(now)
        if deed == "taken back":
            assert all(before == Step.RETURNED for before, _ in life.told[told:])
        assert len(life.told) - told <= 1

    for _ in range(3):
        now += RULES.window + BREAK + LOOK_WAITS
        life.look(now)
    assert life.standing.step == Step.CLEAR


def test_an_appeal_is_open_from_every_step_and_left_by_whoever_made_it():
    for step in STEPS:
        assert CONSEQUENCE.after(step, "grant", by="director") == CLEAR
        assert CONSEQUENCE.after(step, "forgive", by=CLOCK) == CLEAR
    assert APPEAL.after("waiting", "take_back", by=MEMBER) == "taken_back"
    assert APPEAL.after("waiting", "grant", by=CLOCK) == "granted"
