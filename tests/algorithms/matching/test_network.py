"""Markets with several requests a mentee, and with limits beside the places of mentors."""

import importlib
import random
import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.algorithms.matching.certificate import certify, check, document
from corridor.algorithms.matching.network import assign_network

from .markets import limit, market_of

OSEI, LINDQVIST = 0, 1


def served(market):
    return assign_network(market).mentor.tolist()


def test_a_mentor_serves_only_one_request_of_the_same_mentee():
    market = market_of(
        [{OSEI: 9, LINDQVIST: 1}, {OSEI: 8, LINDQVIST: 1}],
        places=[[0, 0], [0, 0]],
        mentee=[0, 0],
    )

    assert served(market) == [OSEI, LINDQVIST]


def test_two_mentees_may_share_a_mentor():
    market = market_of(
        [{OSEI: 9, LINDQVIST: 1}, {OSEI: 8, LINDQVIST: 1}],
        places=[[0, 0], [0, 0]],
        mentee=[0, 1],
    )

    assert served(market) == [OSEI, OSEI]


def test_first_requests_of_everybody_come_before_second_requests():
    market = market_of(
        [{OSEI: 1, LINDQVIST: 9}, {OSEI: 9, LINDQVIST: 9}, {OSEI: 0}],
        places=[[0], [0]],
        mentee=[0, 0, 1],
        reward=[1000, 100, 1000],
    )

    assert served(market) == [LINDQVIST, -1, OSEI]


def test_a_mentor_takes_no_more_of_a_role_than_she_said():
    market = market_of(
        [{OSEI: 9}, {OSEI: 8}, {OSEI: 1}],
        places=[[0, 0, 0]],
        limits=[limit(OSEI, [0, 1], 1)],
    )

    assert served(market) == [OSEI, -1, OSEI]


def test_limits_inside_limits_are_all_kept():
    market = market_of(
        [{OSEI: 9}, {OSEI: 8}, {OSEI: 7}, {OSEI: 6}],
        places=[[0, 0, 0, 0]],
        limits=[limit(OSEI, [0, 1, 2], 2), limit(OSEI, [0, 1], 1)],
    )

    assert served(market) == [OSEI, -1, OSEI, OSEI]


def test_the_whole_programme_has_no_more_matches_than_places():
    market = market_of(
        [{OSEI: 3, LINDQVIST: 2}, {OSEI: 9}, {LINDQVIST: 8}],
        places=[[0, 0], [0, 0]],
        limits=[limit(-1, [0, 1, 2, 3], 2)],
    )

    assert served(market) == [-1, OSEI, LINDQVIST]


def test_a_limit_of_no_places_closes_its_pairs():
    market = market_of([{OSEI: 9, LINDQVIST: 1}], places=[[0], [0]], limits=[limit(OSEI, [0], 0)])

    assert served(market) == [LINDQVIST]


def test_a_place_that_costs_more_than_the_match_is_worth_stays_empty():
    market = market_of([{OSEI: 9}, {OSEI: 9}], places=[[5, 500]], mentee=[0, 1])

    assert sorted(served(market)) == [-1, OSEI]


@pytest.mark.parametrize(
    ("wishes", "places", "expected"),
    [
        ([], [[0]], []),
        ([{}, {}], [], [-1, -1]),
        ([{}, {OSEI: 4}], [[0]], [-1, OSEI]),
        ([{OSEI: 4}], [[]], [-1]),
    ],
    ids=["nobody asks", "no mentors", "no candidates", "no places"],
)
def test_a_market_without_choice_is_solved_too(wishes, places, expected):
    market = market_of(wishes, places=places, mentee=[0] * len(wishes))

    assignment = assign_network(market)

    assert assignment.mentor.tolist() == expected
    assert certify(market, assignment).is_optimal


def test_crossing_limits_are_both_kept():
    market = market_of(
        [{OSEI: 9}, {OSEI: 10}, {OSEI: 8}],
        places=[[0, 0, 0]],
        limits=[limit(OSEI, [0, 1], 1), limit(OSEI, [1, 2], 1)],
    )

    assert served(market) == [OSEI, -1, OSEI]


def test_values_near_the_end_of_64_bits_stay_exact():
    market = market_of(
        [{OSEI: 1, LINDQVIST: 0}, {OSEI: 1, LINDQVIST: 1}],
        places=[[0], [0]],
        reward=[2**61 - 2, 2**61 - 3],
        mentee=[0, 0],
    )

    assignment = assign_network(market)

    assert assignment.mentor.tolist() == [OSEI, LINDQVIST]
    assert certify(market, assignment).value == 2**62 - 3


@st.composite
def markets(draw, *, crossing):
    """Up to seven requests; a limit crosses another only if asked for."""
    rng = random.Random(draw(st.integers(0, 2**32)))
    columns = rng.randint(0, 4)
    mentee = sorted(rng.randint(0, 4) for _ in range(rng.randint(0, 7)))
    unit = rng.choice([1, 2**40])
    wishes = [
        {j: rng.randint(0, 10) * unit for j in rng.sample(range(columns), rng.randint(0, columns))}
        for _ in mentee
    ]
    places = [
        sorted(rng.randint(0, 8) * unit for _ in range(rng.randint(0, 3))) for _ in range(columns)
    ]
    reward = [rng.choice([1, 5, 20]) * unit for _ in mentee]
    pairs = [(row, j) for row, wish in enumerate(wishes) for j in sorted(wish)]
    limits = []
    for j in range(columns):
        own = [at for at, (_, column) in enumerate(pairs) if column == j]
        for _ in range(rng.randint(0, 2)):
            kept = rng.randint(0, 4)
            some = (
                rng.sample(own, rng.randint(0, len(own)))
                if crossing
                else [at for at in own if mentee[pairs[at][0]] <= kept]
            )
            limits.append(limit(j, some, rng.randint(0, 2)))
    if rng.random() < 0.3:
        limits.append(limit(-1, range(len(pairs)), rng.randint(0, 5)))
    if rng.random() < 0.3:
        some = [at for at, (_, j) in enumerate(pairs) if j < 2]
        limits.append(limit(-1, some, rng.randint(0, 3)))
    return market_of(wishes, places=places, reward=reward, mentee=mentee, limits=limits)


@settings(deadline=None)
@given(markets(crossing=False))
def test_what_nests_is_solved_to_the_last_unit_with_a_proof(market):
    assignment = assign_network(market)
    proof = certify(market, assignment)

    assert proof.is_optimal
    assert proof.value == best_by_trying_everything(market)


@settings(deadline=None)
@given(markets(crossing=True))
def test_small_markets_with_crossing_limits_are_solved_with_a_proof(market):
    proof = certify(market, assign_network(market))

    assert proof.is_optimal
    assert proof.value == best_by_trying_everything(market)


@pytest.mark.parametrize("seed", range(3))
def test_roles_that_mentors_limit_and_mentees_may_combine_are_proved_best(seed):
    rng = random.Random(seed)
    liked = [{j: rng.randint(0, 9_000) for j in rng.sample(range(12), 8)} for _ in range(30)]
    wishes = liked + liked
    mentor = [j for wish in wishes for j in sorted(wish)]
    half = len(mentor) // 2
    market = market_of(
        wishes,
        places=[[300 * nth for nth in range(1, 5)] for _ in range(12)],
        reward=[10**9] * 30 + [10**5] * 30,
        mentee=[*range(30), *range(30)],
        limits=[
            limit(j, [at for at in pairs if mentor[at] == j], rng.randint(1, 3))
            for j in range(12)
            for pairs in (range(half), range(half, len(mentor)))
        ],
    )

    assignment = assign_network(market)

    assert certify(market, assignment).is_optimal
    assert check(document(market, assignment)).is_optimal


def best_by_trying_everything(market):
    limits = [(set(each.pairs.tolist()), each.places) for each in market.limits]

    def best(row, chosen):
        if row == market.rows:
            return value(chosen)
        found = best(row + 1, chosen)
        for at in range(market.start[row], market.start[row + 1]):
            found = max(found, best(row + 1, [*chosen, (row, at)]) if fits(chosen, row, at) else 0)
        return found

    def fits(chosen, row, at):
        column = market.mentor[at]
        met = any(
            market.mentee[other] == market.mentee[row] and market.mentor[taken] == column
            for other, taken in chosen
        )
        load = sum(market.mentor[taken] == column for _, taken in chosen)
        taken = {at, *(other for _, other in chosen)}
        full = load == market.slot_start[column + 1] - market.slot_start[column]
        return not (met or full or any(len(pairs & taken) > room for pairs, room in limits))

    def value(chosen):
        gross = sum(int(market.reward[row]) + int(market.worth[at]) for row, at in chosen)
        loads = Counter(market.mentor[at] for _, at in chosen)
        return gross - sum(
            int(market.slot_cost[market.slot_start[j] : market.slot_start[j] + load].sum())
            for j, load in loads.items()
        )

    return best(0, [])


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("places", [1, 3])
def test_hundreds_of_requests_agree_with_a_flow_solver_of_others(seed, places):
    solver = pytest.importorskip("ortools.graph.python.min_cost_flow")
    rng = random.Random(seed)
    mentee = [number // 2 for number in range(160)]
    market = market_of(
        [{j: rng.randint(0, 10_000) for j in rng.sample(range(50), 8)} for _ in mentee],
        places=[[500 * nth for nth in range(places)] for _ in range(50)],
        reward=[1_000_000 if number % 2 == 0 else 100_000 for number in range(160)],
        mentee=mentee,
    )

    proof = certify(market, assign_network(market))

    assert proof.is_optimal
    assert proof.value == value_of_others(solver.SimpleMinCostFlow(), market)


@pytest.mark.parametrize("places", [1, 4])
def test_a_programme_of_hundreds_with_two_requests_each_is_proved_best(places):
    rng = random.Random(places)
    liked = [{j: rng.randint(0, 9_000) for j in rng.sample(range(150), 40)} for _ in range(300)]
    again = [{j: worth + rng.randint(0, 900) for j, worth in wish.items()} for wish in liked]
    market = market_of(
        liked + again,
        places=[[300 * nth for nth in range(places)] for _ in range(150)],
        reward=[10**9] * 300 + [10**5] * 300,
        mentee=[*range(300), *range(300)],
    )

    assert certify(market, assign_network(market)).is_optimal


def value_of_others(flow, market):
    """Top 0, then requests, then mentors, then mentees at mentors; serving nobody is free."""
    top, meeting_of = 0, {}
    after = 1 + market.rows + market.columns
    for row in range(market.rows):
        flow.set_node_supply(1 + row, 1)
        flow.add_arc_with_capacity_and_unit_cost(1 + row, top, 1, 0)
        for at in range(market.start[row], market.start[row + 1]):
            meeting = (int(market.mentee[row]), int(market.mentor[at]))
            if meeting not in meeting_of:
                meeting_of[meeting] = after + len(meeting_of)
                mentor = 1 + market.rows + meeting[1]
                flow.add_arc_with_capacity_and_unit_cost(meeting_of[meeting], mentor, 1, 0)
            gain = int(market.reward[row]) + int(market.worth[at])
            flow.add_arc_with_capacity_and_unit_cost(1 + row, meeting_of[meeting], 1, -gain)
    for column in range(market.columns):
        for place in range(market.slot_start[column], market.slot_start[column + 1]):
            cost = int(market.slot_cost[place])
            flow.add_arc_with_capacity_and_unit_cost(1 + market.rows + column, top, 1, cost)
    flow.set_node_supply(top, -market.rows)
    assert flow.solve() == flow.OPTIMAL
    return -flow.optimal_cost()


@settings(deadline=None)
@given(markets(crossing=False), st.randoms(use_true_random=False))
def test_the_order_of_requests_changes_nothing_when_no_two_results_are_equally_good(market, rng):
    ticket = {(row, j): rng.getrandbits(20) for row in range(market.rows) for j in range(4)}
    distinct = relisted(market, range(market.rows), ticket)
    order = rng.sample(range(market.rows), market.rows)

    shuffled = assign_network(relisted(market, order, ticket)).mentor.tolist()

    assert [shuffled[order.index(row)] for row in range(market.rows)] == served(distinct)


def relisted(market, order, ticket):
    """The same market, rows in another order, every pair with its ticket in the low digits."""
    scale = 2**24 if market.reward.max(initial=0) < 2**30 else 1
    spans = [range(market.start[row], market.start[row + 1]) for row in order]
    position = {at: new for new, at in enumerate(at for span in spans for at in span)}
    return market_of(
        [
            {
                int(market.mentor[at]): int(market.worth[at]) * scale
                + ticket[row, int(market.mentor[at])]
                for at in span
            }
            for row, span in zip(order, spans, strict=True)
        ],
        places=[
            (market.slot_cost[a:b] * scale).tolist()
            for a, b in zip(market.slot_start, market.slot_start[1:], strict=False)
        ],
        reward=[int(market.reward[row]) * scale for row in order],
        mentee=[int(market.mentee[row]) for row in order],
        limits=[
            limit(each.mentor, [position[at] for at in each.pairs.tolist()], each.places)
            for each in market.limits
        ],
    )


def test_without_compiled_code_the_result_is_the_same(monkeypatch):
    market = market_of(
        [{OSEI: 9, LINDQVIST: 4}, {OSEI: 8, LINDQVIST: 1}, {OSEI: 7, LINDQVIST: 6}],
        places=[[0, 3], [0]],
        mentee=[0, 0, 1],
        limits=[limit(-1, range(6), 2)],
    )
    monkeypatch.setitem(sys.modules, "numba", None)
    for name in [name for name in sys.modules if name.startswith("corridor.algorithms.matching")]:
        monkeypatch.delitem(sys.modules, name)
    network = importlib.import_module("corridor.algorithms.matching.network")

    assignment = network.assign_network(market)

    assert assignment.mentor.tolist() == [OSEI, -1, LINDQVIST]
    assert certify(market, assignment).is_optimal
