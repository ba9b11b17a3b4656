"""Ratings as arrays, in an order that depends on names alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Longs = NDArray[np.int64]
Reals = NDArray[np.float64]


class Answer(Enum):
    HELPFUL = 1.0
    SOMEWHAT = 0.5
    NOT_HELPFUL = 0.0


@dataclass(frozen=True, kw_only=True)
class Rating:
    rater: str
    note: str
    answer: Answer


class RatedTwice(Exception):
    """Somebody's answer to a note is told twice; only her last one may be."""


@dataclass(frozen=True, kw_only=True)
class Table:
    raters: tuple[str, ...]
    notes: tuple[str, ...]
    rater: Longs
    """Of each rating: the place of its rater in `raters`."""
    note: Longs
    value: Reals


def table_of(ratings: Iterable[Rating]) -> Table:
    """Raises RatedTwice."""
    ordered = sorted(ratings, key=lambda one: (one.note, one.rater))
    for one, other in pairwise(ordered):
        if (one.note, one.rater) == (other.note, other.rater):
            raise RatedTwice(one.note, one.rater)
    return _table(ordered)


def active(table: Table, *, least: int) -> Table:
    """What those say who rated so many notes."""
    is_active = np.bincount(table.rater, minlength=len(table.raters)) >= least
    return part(table, is_active[table.rater])


def part(table: Table, is_part: NDArray[np.bool_]) -> Table:
    """Those ratings alone, and the raters and notes that have any."""
    return _table(
        [
            Rating(rater=table.raters[rater], note=table.notes[note], answer=Answer(value))
            for rater, note, value in zip(
                table.rater[is_part].tolist(),
                table.note[is_part].tolist(),
                table.value[is_part].tolist(),
                strict=True,
            )
        ]
    )


def _table(ordered: list[Rating]) -> Table:
    raters, rater = _places([one.rater for one in ordered])
    notes, note = _places([one.note for one in ordered])
    value = np.array([one.answer.value for one in ordered], dtype=np.float64)
    return Table(raters=raters, notes=notes, rater=rater, note=note, value=value)


def _places(names: list[str]) -> tuple[tuple[str, ...], Longs]:
    """Different names in their order, and where each one stands."""
    different = tuple(sorted(set(names)))
    place = {name: at for at, name in enumerate(different)}
    return different, np.array([place[name] for name in names], dtype=np.int64)
