"""Circles of mentees with one or two mentors."""

import random
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.algorithms.matching.circles import FormedCircle, Seating, form_circles
from corridor.algorithms.matching.options import Circles
from tests.thoroughly import tries

OSEI, LINDQVIST, AMARI = 0, 1, 2
NEVER = 1_000
"""More circles than anybody forms here."""


def seating_of(wishes, *, room, affinity=None, pinned=None, most=None):
    """``wishes``: for each mentee, mentor -> worth. ``room``: circles each mentor could lead."""
    ordered = [sorted(wish.items()) for wish in wishes]
    return Seating(
        start=np.cumsum([0, *map(len, wishes)]).astype(np.int64),
        mentor=np.array([j for wish in ordered for j, _ in wish], dtype=np.int32),
        worth=np.array([worth for wish in ordered for _, worth in wish], dtype=np.int32),
        room=np.array(room, dtype=np.int64),
        affinity=affinity or {},
        pinned=pinned or {},
        most=most,
    )


def formed(seating, **circles):
    return form_circles(seating, circles=Circles(**circles), seed="corridor")


def test_three_mentees_of_one_mentor_are_a_circle():
    result = formed(seating_of([{OSEI: 5}] * 3, room=[1]))

    assert result.circles == (FormedCircle(mentors=(OSEI,), mentees=(0, 1, 2)),)
    assert result.unplaced == ()


def test_two_mentees_are_too_few_for_a_circle():
    result = formed(seating_of([{OSEI: 5}] * 2, room=[1]))

    assert result.circles == ()
    assert result.unplaced == (0, 1)


def test_the_seventh_mentee_of_the_only_mentor_stays_out():
    result = formed(seating_of([{OSEI: 9}] * 6 + [{OSEI: 1}], room=[1]))

    assert result.circles == (FormedCircle(mentors=(OSEI,), mentees=(0, 1, 2, 3, 4, 5)),)
    assert result.unplaced == (6,)


def test_a_mentor_with_room_leads_a_second_circle():
    result = formed(seating_of([{OSEI: 5}] * 7, room=[2]))

    assert [circle.mentors for circle in result.circles] == [(OSEI,), (OSEI,)]
    assert result.unplaced == ()


def test_a_mentor_without_room_leads_none():
    assert formed(seating_of([{OSEI: 5}] * 4, room=[0])).unplaced == (0, 1, 2, 3)


def test_a_mentee_gives_up_her_favourite_so_that_nobody_is_left_out():
    # Osei's admirers could fill one circle; then the two others would be too few for another.
    wishes = [{OSEI: 9, LINDQVIST: 1}] * 4 + [{LINDQVIST: 9}] * 2

    result = formed(seating_of(wishes, room=[1, 1]))

    assert result.unplaced == ()
    assert {len(circle.mentees) for circle in result.circles} <= {3, 6}


def test_of_two_ways_to_place_everybody_the_better_fit_wins():
    result = formed(seating_of([{OSEI: 2, LINDQVIST: 7}] * 3, room=[1, 1]))

    assert result.circles == (FormedCircle(mentors=(LINDQVIST,), mentees=(0, 1, 2)),)


def test_two_mentors_lead_together_whom_the_same_mentees_could_have():
    wishes = [{OSEI: 5, LINDQVIST: 1, AMARI: 6}] * 3 + [{LINDQVIST: 9}]

    result = formed(seating_of(wishes, room=[1, 1, 1]), mentors=2)

    assert result.circles == (FormedCircle(mentors=(OSEI, AMARI), mentees=(0, 1, 2)),)
    assert result.unplaced == (3,)


def test_affinity_decides_who_leads_together_when_mentees_do_not_mind():
    wishes = [{OSEI: 5, LINDQVIST: 5, AMARI: 5}] * 3

    result = formed(seating_of(wishes, room=[1, 1, 1], affinity={(LINDQVIST, AMARI): 3}), mentors=2)

    assert [circle.mentors for circle in result.circles] == [(LINDQVIST, AMARI)]


def test_a_programme_with_places_for_one_circle_forms_the_larger_one():
    wishes = [{OSEI: 9}] * 3 + [{LINDQVIST: 1}] * 4

    result = formed(seating_of(wishes, room=[1, 1], most=1))

    assert result.circles == (FormedCircle(mentors=(LINDQVIST,), mentees=(3, 4, 5, 6)),)
    assert result.is_best


def test_a_programme_without_places_forms_no_circle():
    result = formed(seating_of([{OSEI: 5}] * 3, room=[1], most=0))

    assert result.circles == ()
    assert result.is_best


@pytest.mark.parametrize(
    ("wishes", "room"),
    [([], []), ([], [1]), ([{}, {}, {}], []), ([{}, {}, {}], [1])],
    ids=["nobody", "only a mentor", "no mentors", "no candidates"],
)
@pytest.mark.parametrize("mentors", [1, 2])
def test_without_candidates_nobody_is_placed(wishes, room, mentors):
    result = formed(seating_of(wishes, room=room), mentors=mentors)

    assert result.circles == ()
    assert result.unplaced == tuple(range(len(wishes)))


@st.composite
def seatings(draw, *, mentees, mentors, most=None):
    rng = random.Random(draw(st.integers(0, 2**32)))
    columns = rng.randint(1, mentors)
    wishes = [
        {j: rng.randint(0, 100) for j in rng.sample(range(columns), rng.randint(0, columns))}
        for _ in range(rng.randint(0, mentees))
    ]
    return seating_of(
        wishes,
        room=[rng.randint(0, 2) for _ in range(columns)],
        most=None if most is None else rng.randint(0, most),
    )


@settings(max_examples=tries(30), deadline=None)
@given(seatings(mentees=60, mentors=20), st.integers(1, 2))
def test_no_circle_is_too_small_or_too_large_and_nobody_sits_twice(seating, mentors):
    result = formed(seating, mentors=mentors)

    seated = [row for circle in result.circles for row in circle.mentees]
    assert sorted([*seated, *result.unplaced]) == list(range(seating.rows))
    assert all(3 <= len(circle.mentees) <= 6 for circle in result.circles)
    for circle in result.circles:
        assert len(set(circle.mentors)) == mentors
        for row in circle.mentees:
            candidates = seating.mentor[seating.start[row] : seating.start[row + 1]]
            assert set(circle.mentors) <= set(candidates.tolist())
    leading = np.bincount(
        [column for circle in result.circles for column in circle.mentors],
        minlength=len(seating.room),
    )
    assert (leading <= seating.room).all()


@settings(deadline=None)
@given(seatings(mentees=7, mentors=3))
def test_few_possible_circles_are_chosen_as_well_as_can_be(seating):
    result = formed(seating, smallest=2, largest=3)

    assert result.is_best
    assert result_of(result, seating) == best_by_trying_everything(seating, smallest=2, largest=3)


@settings(deadline=None)
@given(seatings(mentees=8, mentors=4, most=3))
def test_the_few_circles_that_a_programme_has_places_for_are_chosen_as_well_as_can_be(seating):
    result = formed(seating, smallest=2, largest=3)

    best = best_by_trying_everything(seating, smallest=2, largest=3)
    assert result.is_best
    assert len(result.circles) <= seating.most
    assert result_of(result, seating) == best


@settings(max_examples=tries(40), deadline=None)
@given(seatings(mentees=60, mentors=25, most=5))
def test_what_a_longer_search_leaves_open_is_told(seating):
    result = formed(seating)

    placed, worth = result_of(result, seating)
    wider = formed(replace(seating, most=len(seating.mentor)))
    most_placed, most_worth = result_of(wider, seating)
    assert len(result.circles) <= seating.most
    assert result.is_best == (result.more == result.points == 0)
    assert placed + result.more <= min(seating.rows, seating.most * 6)
    if wider.is_best and len(wider.circles) <= seating.most:
        assert (placed + result.more, worth + result.points) >= (most_placed, most_worth)


def result_of(result, seating):
    placed = seating.rows - len(result.unplaced)
    worth = sum(
        worth_of(seating, row, circle.mentors[0])
        for circle in result.circles
        for row in circle.mentees
    )
    return placed, worth


def worth_of(seating, row, column):
    here = slice(seating.start[row], seating.start[row + 1])
    return dict(zip(seating.mentor[here].tolist(), seating.worth[here].tolist(), strict=True))[
        column
    ]


def best_by_trying_everything(seating, *, smallest, largest):
    """Any split of a mentor's mentees into circles will do, so only their number matters.

    Of circles as few as possible are formed, where their number is limited.
    """
    candidates = [
        [-1, *seating.mentor[seating.start[row] : seating.start[row + 1]].tolist()]
        for row in range(seating.rows)
    ]
    best = (0, 0)
    for seats in product(*candidates):
        loads = [seats.count(column) for column in range(len(seating.room))]
        needed = [
            next((n for n in range(room + 1) if n * smallest <= load <= n * largest), NEVER)
            for load, room in zip(loads, seating.room.tolist(), strict=True)
        ]
        if sum(needed) <= (NEVER - 1 if seating.most is None else seating.most):
            taken = [(row, column) for row, column in enumerate(seats) if column >= 0]
            best = max(best, (len(taken), sum(worth_of(seating, *pair) for pair in taken)))
    return best


def test_the_same_seed_gives_the_same_circles():
    rng = random.Random(7)
    wishes = [{j: rng.randint(0, 3) for j in rng.sample(range(20), 6)} for _ in range(50)]
    seating = seating_of(wishes, room=[1] * 20)

    once = form_circles(seating, circles=Circles(), seed="spring")

    assert form_circles(seating, circles=Circles(), seed="spring") == once


def test_whoever_is_pinned_sits_with_her_mentor_though_another_suits_her_better():
    wishes = [{OSEI: 1, LINDQVIST: 9}] * 6

    result = formed(seating_of(wishes, room=[1, 1], pinned={0: (OSEI,)}))

    led_by_osei = next(circle for circle in result.circles if circle.mentors == (OSEI,))
    assert 0 in led_by_osei.mentees
    assert result.unplaced == ()


def test_a_pin_comes_before_how_many_are_placed():
    # Without the pin Lindqvist's circle would take all five.
    wishes = [{OSEI: 1, LINDQVIST: 9}] * 3 + [{LINDQVIST: 9}] * 2

    result = formed(seating_of(wishes, room=[1, 1], pinned={0: (OSEI,)}))

    assert result.circles == (FormedCircle(mentors=(OSEI,), mentees=(0, 1, 2)),)
    assert result.unplaced == (3, 4)


def test_a_pin_to_a_circle_too_small_to_be_formed_keeps_nobody_else_from_theirs():
    wishes = [{OSEI: 9}] + [{LINDQVIST: 5}] * 4

    result = formed(seating_of(wishes, room=[1, 1], pinned={0: (OSEI,)}))

    assert result.circles == (FormedCircle(mentors=(LINDQVIST,), mentees=(1, 2, 3, 4)),)
    assert result.unplaced == (0,)


def test_two_lead_together_so_that_whoever_is_pinned_to_one_has_a_circle():
    # Osei and Lindqvist would be the better pair for everybody but the mentee pinned to Amari.
    wishes = [{OSEI: 9, LINDQVIST: 9, AMARI: 1}] * 3 + [{OSEI: 9, AMARI: 1}]

    result = formed(seating_of(wishes, room=[1, 1, 1], pinned={3: (AMARI,)}), mentors=2)

    assert result.circles == (FormedCircle(mentors=(OSEI, AMARI), mentees=(0, 1, 2, 3)),)


@settings(max_examples=tries(40), deadline=None)
@given(data=st.data())
def test_pins_are_kept_as_often_as_any_choice_of_circles_could(data):
    rng = random.Random(data.draw(st.integers(0, 10_000)))
    mentees, mentors = rng.randint(2, 6), rng.randint(1, 3)
    wishes = [
        {mentor: rng.randint(0, 9) for mentor in range(mentors) if rng.random() < 0.7}
        for _ in range(mentees)
    ]
    pinned = {
        row: (rng.choice(sorted(wish)),)
        for row, wish in enumerate(wishes)
        if wish and rng.random() < 0.4
    }
    seating = seating_of(wishes, room=[1] * mentors, pinned=pinned)

    result = form_circles(seating, circles=Circles(smallest=2, largest=3), seed="corridor")

    given = dict.fromkeys(range(mentees), -1)
    for circle in result.circles:
        assert 2 <= len(circle.mentees) <= 3
        given |= dict.fromkeys(circle.mentees, circle.mentors[0])
    assert all(given[row] in (-1, *pinned[row]) for row in pinned)
    assert score_of(tuple(given.values()), wishes, pinned) == best_score(wishes, pinned)


def score_of(given, wishes, pinned):
    placed = [row for row, mentor in enumerate(given) if mentor >= 0]
    worth = sum(wishes[row][given[row]] for row in placed)
    return sum(row in pinned for row in placed), len(placed), worth


def best_score(wishes, pinned):
    """Of every way to seat them in circles of two or three, each mentor leading at most one."""
    open_to = [
        (-1, *(mentor for mentor in wish if mentor in pinned.get(row, wish)))
        for row, wish in enumerate(wishes)
    ]
    return max(
        score_of(given, wishes, pinned)
        for given in product(*open_to)
        if all(given.count(mentor) in (2, 3) for mentor in {*given} - {-1})
    )
