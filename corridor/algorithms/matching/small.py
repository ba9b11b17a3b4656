"""Exact assignment for small programmes, without any compiled package.

Requests are placed one after another along a cheapest chain of moves (successive shortest
augmenting paths; Jonker & Volgenant 1987, doi 10.1007/BF02278710), each search ended by the
first free place or by the cheapest request to leave out. After every step the prices prove
that what is placed so far is best. Python integers: nothing can overflow.
"""

from heapq import heappop, heappush

import numpy as np

from corridor.algorithms.matching.market import Assignment, Market, Prices


def assign_small(market: Market) -> Assignment:
    """Solve a plain market. Takes about a second for 1,400 people with 50 candidates each."""
    search = _Search(market)
    for row in range(market.rows):
        search.place(row)
    return Assignment(
        mentor=np.array(search.given, dtype=np.int32),
        prices=Prices(
            mentor=np.array(search.price, dtype=np.int64),
            limit=np.zeros(0, dtype=np.int64),
            twice={},
        ),
    )


class _Search:
    def __init__(self, market: Market) -> None:
        start, mentor = market.start.tolist(), market.mentor.tolist()
        worth, reward = market.worth.tolist(), market.reward.tolist()
        self.pairs = [
            [(mentor[at], reward[row] + worth[at]) for at in range(start[row], start[row + 1])]
            for row in range(market.rows)
        ]
        slots, costs = market.slot_start.tolist(), market.slot_cost.tolist()
        self.costs = [costs[slots[j] : slots[j + 1]] for j in range(market.columns)]
        dear = max((value for row in self.pairs for _, value in row), default=0)
        self.price = [costs[0] if costs else dear for costs in self.costs]
        self.given = [-1] * market.rows
        self.profit = [0] * market.rows
        self.rows_of: list[list[int]] = [[] for _ in range(market.columns)]

    def place(self, row: int) -> None:
        price = self.price
        best, column = max(((value - price[j], -j) for j, value in self.pairs[row]), default=(0, 0))
        if best <= 0:
            return
        self.profit[row] = best
        held, costs = self.rows_of[-column], self.costs[-column]
        if len(held) < len(costs) and costs[len(held)] == price[-column]:
            held.append(row)
            self.given[row] = -column
        else:
            self._settle(row)

    def _settle(self, row: int) -> None:  # noqa: C901, PLR0912, PLR0915 - read as a whole
        """Find the cheapest way to place a new row, change the prices, move everybody on it."""
        price, profit, costs = self.price, self.profit, self.costs
        nearest: dict[int, int] = {}
        via: dict[int, int] = {}
        done: dict[int, int] = {}
        heap: list[tuple[int, int]] = []
        end, end_column, dropped = profit[row], -1, row

        spread = [(row, 0)]
        while True:
            for moved, base in spread:
                base += profit[moved]  # noqa: PLW2901 - the distance at which this row stands
                for column, value in self.pairs[moved]:
                    distance = base - value + price[column]
                    if distance < end and distance < nearest.get(column, end):
                        nearest[column] = distance
                        via[column] = moved
                        load, places = len(self.rows_of[column]), costs[column]
                        if load < len(places) and (distance + places[load] - price[column] < end):
                            end = distance + places[load] - price[column]
                            end_column, dropped = column, -1
                        heappush(heap, (distance, column))
            while heap and (heap[0][1] in done or heap[0][0] > nearest[heap[0][1]]):
                heappop(heap)
            if not heap or heap[0][0] >= end:
                break
            distance, column = heappop(heap)
            done[column] = distance
            held = self.rows_of[column]
            for other in held:
                if distance + profit[other] < end:
                    end, end_column, dropped = distance + profit[other], column, other
            spread = [(other, distance) for other in held]

        for column, distance in done.items():
            if distance < end:
                price[column] += end - distance
                for other in self.rows_of[column]:
                    profit[other] -= end - distance
        profit[row] -= end
        self._move(row, end_column, dropped, via)

    def _move(self, row: int, column: int, dropped: int, via: dict[int, int]) -> None:
        if dropped == row:
            return
        if dropped >= 0:
            self.rows_of[column].remove(dropped)
            self.given[dropped] = -1
        while True:
            moved = via[column]
            was = self.given[moved]
            self.given[moved] = column
            self.rows_of[column].append(moved)
            if moved == row:
                return
            self.rows_of[was].remove(moved)
            column = was
