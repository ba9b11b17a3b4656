"""A solved market that takes newcomers, and answers "what if" without starting again."""

from dataclasses import dataclass

import numpy as np

from corridor.algorithms.matching import repair
from corridor.algorithms.matching.books import Books, open_books, open_paths, with_values
from corridor.algorithms.matching.columns import by_column, pairs_at
from corridor.algorithms.matching.large import first_prices, sheet_of
from corridor.algorithms.matching.market import Assignment, Ints, Longs, Market, Prices


@dataclass(frozen=True, kw_only=True)
class Change:
    """What it takes to give one row one column, everything else being best again."""

    loss: int
    """How much less the whole is worth, in the units of the market; 0 or more."""
    moves: tuple[tuple[int, int, int], ...]
    """(row, column before, column after) of every row that changes, -1 for none."""


def resume(market: Market, *, given: Ints, price: Longs) -> Assignment:
    """Solve a plain market from an earlier assignment and its prices.

    The optimum is the same as from nothing; what changes little is found in little time. Rows
    without an earlier place carry -1, columns without an earlier price carry -1.
    """
    sheet = sheet_of(market)
    books = open_books(market.rows, market.columns, len(market.slot_cost))
    books.given[:] = given
    books.price[:] = np.where(price < 0, first_prices(sheet), price)
    columns = by_column(sheet.start, sheet.mentor, sheet.worth, market.columns)
    paths = open_paths(market.rows, market.columns)
    repair.start_tight(sheet, books)
    repair.fill_dear(sheet, columns, books, paths)
    repair.place_rest(sheet, books, paths)
    return Assignment(
        mentor=books.given,
        prices=Prices(mentor=books.price, limit=np.zeros(0, dtype=np.int64), twice={}),
    )


def welcome(market: Market, *, given: Ints, price: Longs) -> Assignment:
    """Add requests, those that carry -1, to an assignment that is best without them.

    ``given`` and ``price`` must come from a solved plain market of the same mentors, with the
    requests that were left out among the newcomers; ``resume`` takes anything. The result is
    the optimum, and takes as long as the newcomers are many.
    """
    sheet = sheet_of(market)
    books = open_books(market.rows, market.columns, len(market.slot_cost))
    books.given[:] = given
    books.price[:] = price
    repair.take_over(sheet, books)
    repair.place_rest(sheet, books, open_paths(market.rows, market.columns))
    return Assignment(
        mentor=books.given,
        prices=Prices(mentor=books.price, limit=np.zeros(0, dtype=np.int64), twice={}),
    )


class Solved:
    """Answers exact what-ifs on a plain market; the market and its solution stay as they are."""

    def __init__(self, market: Market, assignment: Assignment) -> None:
        self._sheet = with_values(
            sheet_of(market),
            worth=market.worth.astype(np.int64),
            reward=market.reward.copy(),
        )
        self._columns = by_column(
            self._sheet.start, self._sheet.mentor, self._sheet.worth, market.columns
        )
        self._paths = open_paths(market.rows, market.columns)
        self._books = open_books(market.rows, market.columns, len(market.slot_cost))
        self._books.given[:] = assignment.mentor
        self._books.price[:] = assignment.prices.mentor
        repair.start_tight(self._sheet, self._books)
        # Made once: fresh memory for each question would take longer than most answers.
        self._tried = open_books(market.rows, market.columns, len(market.slot_cost))

    def force(self, row: int, column: int) -> Change:
        """Give ``row`` a place at ``column``, one of its candidates that has places at all."""
        sheet = self._sheet
        books = self._tried
        for name, array in self._books._asdict().items():
            np.copyto(getattr(books, name), array)
        was = int(books.given[row])
        if was == column:
            return Change(loss=0, moves=())
        pairs = slice(sheet.start[row], sheet.start[row + 1])
        usual_worth, usual_reward = sheet.worth[pairs].copy(), int(sheet.reward[row])
        if was >= 0:
            repair.leave_seat(sheet, books, was, row)
            books.given[row] = -1
            # So dear that whatever fills the place is cheaper.
            books.profit[row] = usual_reward + int(usual_worth.max()) + int(books.price[was])
            held = sheet.slot_start[was] + books.load[was]
            if books.price[was] > sheet.slot_cost[held]:
                repair.fill_place(sheet, self._columns, books, self._paths, was)

        worth_it = self._more_than_any_at(column)
        sheet.worth[pairs] = np.where(sheet.mentor[pairs] == column, usual_worth, -worth_it)
        sheet.reward[row] = worth_it
        repair.place_row(sheet, books, self._paths, row)
        sheet.worth[pairs] = usual_worth
        sheet.reward[row] = usual_reward
        return self._compare(books)

    def _more_than_any_at(self, column: int) -> int:
        """A reward that outweighs everybody there, and no more: rewards fill nearly 64 bits."""
        books, first = self._tried, int(self._sheet.slot_start[column])
        there = books.seat[first : first + int(books.load[column])]
        most = int(books.profit[there].max(initial=0)) + int(books.price[column])
        last_cost = int(self._sheet.slot_cost[self._sheet.slot_start[column + 1] - 1])
        return max(most, last_cost) + 1

    def _compare(self, books: Books) -> Change:
        before = self._books
        changed = np.flatnonzero(before.given != books.given)
        was, now = before.given[changed], books.given[changed]
        fuller = np.flatnonzero(before.load != books.load).tolist()
        loss = sum((self._values(changed, was) - self._values(changed, now)).tolist())
        loss += sum(self._cost(column, books) - self._cost(column, before) for column in fuller)
        moves = zip(changed.tolist(), was.tolist(), now.tolist(), strict=True)
        return Change(loss=loss, moves=tuple(moves))

    def _values(self, rows: Longs, columns: Ints) -> Longs:
        pairs = pairs_at(self._sheet.start, self._sheet.mentor, rows, columns)
        return np.where(pairs < 0, 0, self._sheet.reward[rows] + self._sheet.worth[pairs])

    def _cost(self, column: int, books: Books) -> int:
        first = self._sheet.slot_start[column]
        return int(self._sheet.slot_cost[first : first + books.load[column]].sum())
