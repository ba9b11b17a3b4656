"""Counts of small groups are not shown, nor what would let somebody work them out.

Primary: a cell of one to ``fewest`` - 1 is hidden. Complementary: where a single cell is hidden and
the total is shown, the total less the others gives it away, so the smallest shown cell is hidden
too. Where the hidden cells add up to fewer than ``fewest``, they all are small together and a
further cell goes; with no cell left to hide, the total is hidden instead.
"""

from collections.abc import Mapping
from typing import TypeVar

Cell = TypeVar("Cell")


def suppressed(
    counts: Mapping[Cell, int], *, fewest: int
) -> tuple[dict[Cell, int | None], int | None]:
    """The same cells, None where hidden, and their total, None where it is hidden."""
    hidden = {cell for cell, count in counts.items() if 0 < count < fewest}
    if hidden and not _is_enough(hidden, counts, fewest):
        others = [cell for cell, count in counts.items() if count >= fewest]
        if others:
            hidden.add(min(others, key=lambda cell: counts[cell]))
    total = sum(counts.values())
    shows_total = not hidden or _is_enough(hidden, counts, fewest)
    shown = {cell: None if cell in hidden else count for cell, count in counts.items()}
    return shown, total if shows_total else None


def _is_enough(hidden: set[Cell], counts: Mapping[Cell, int], fewest: int) -> bool:
    return len(hidden) > 1 and sum(counts[cell] for cell in hidden) >= fewest
