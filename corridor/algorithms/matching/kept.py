"""A solved market kept in memory, where newcomers are placed as fast as they are few.

Two things are done once, so that a search for a newcomer's place is short: prices are raised
as high as the proof allows, and each row's nearest candidates are noted.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.matching import kept_kernel, repair
from corridor.algorithms.matching.books import open_books, open_paths
from corridor.algorithms.matching.columns import by_column
from corridor.algorithms.matching.large import sheet_of
from corridor.algorithms.matching.market import Assignment, Longs, Market, Prices

SPARE = 8
"""Whenever room is made, it is for one more row in so many."""


class KeptMarket:
    """Takes newcomers into a plain market, as often as some come; always at the optimum.

    Nothing is done for each person or pair that is there already, except that the answer
    is copied out.
    """

    def __init__(self, market: Market, assignment: Assignment) -> None:
        """``assignment`` is the optimum of ``market``, with the prices that prove it."""
        self._sheet = sheet_of(market)
        self._books = open_books(market.rows, market.columns, len(market.slot_cost))
        self._books.given[:] = assignment.mentor
        self._books.price[:] = assignment.prices.mentor
        # Searches stack columns where ``Paths`` has room for rows.
        self._paths = open_paths(market.columns, market.columns)
        repair.take_over(self._sheet, self._books)
        self._books.profit[assignment.mentor < 0] = 0
        columns = by_column(market.start, market.mentor, market.worth, market.columns)
        kept_kernel.raise_prices(self._sheet, columns, self._books, self._paths)

        self._rows = market.rows
        self._records: Longs = np.zeros((0, kept_kernel.RECORD), np.int64)
        self._make_room(market.rows, len(market.mentor))
        kept_kernel.draw_all(self._sheet, self._books.price, self._near, market.rows)

    def welcome(self, newcomers: Market) -> Assignment:
        """Add the rows of ``newcomers``, a plain market of the same mentors and places.

        In the result, which is the optimum, they follow the rows that were there before.
        """
        first, end = self._rows, self._rows + newcomers.rows
        begin = int(self._sheet.start[first])
        stop = begin + len(newcomers.mentor)
        self._make_wide(newcomers.worth.dtype)
        if end > len(self._records) or stop > len(self._sheet.mentor):
            self._make_room(end, stop)
        sheet = self._sheet
        sheet.start[first + 1 : end + 1] = newcomers.start[1:] + begin
        sheet.mentor[begin:stop] = newcomers.mentor
        sheet.worth[begin:stop] = newcomers.worth
        sheet.reward[first:end] = newcomers.reward
        self._books.given[first:end] = -1
        self._rows = end
        kept_kernel.place_new(sheet, self._books, self._paths, self._near, (first, end))
        return Assignment(
            mentor=self._books.given[:end].copy(),
            prices=Prices(
                mentor=self._books.price.copy(), limit=np.zeros(0, dtype=np.int64), twice={}
            ),
        )

    def _make_room(self, rows: int, pairs: int) -> None:
        rows += rows // SPARE + 1
        pairs += pairs // SPARE
        sheet, books = self._sheet, self._books
        self._sheet = sheet._replace(
            start=_longer(sheet.start, rows + 1),
            mentor=_longer(sheet.mentor, pairs),
            worth=_longer(sheet.worth, pairs),
            reward=_longer(sheet.reward, rows),
        )
        self._books = books._replace(
            given=_longer(books.given, rows), profit=_longer(books.profit, rows)
        )
        self._records = _longer(self._records, rows)
        self._near = kept_kernel.near_in(self._records)

    def _make_wide(self, kind: np.dtype[Any]) -> None:
        """Worth that needs 64 bits does not fit among 32."""
        wide = np.promote_types(self._sheet.worth.dtype, kind)
        if wide != self._sheet.worth.dtype:
            self._sheet = self._sheet._replace(worth=self._sheet.worth.astype(wide))


def _longer(array: NDArray[Any], length: int) -> NDArray[Any]:
    longer = np.empty((length, *array.shape[1:]), array.dtype)
    longer[: len(array)] = array
    return longer
