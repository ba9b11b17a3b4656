"""Where lines of text lie in a picture, and what they say, from what two nets answer.

The first net says for each pixel how likely it lies in the middle of a line (Liao and others,
Real-time Scene Text Detection with Differentiable Binarization, 2020); the second says for each
slice of a line which letter it may be of (Graves and others, Connectionist Temporal
Classification, 2006).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float32]
Real = npt.NDArray[np.float64]
Group = npt.NDArray[np.int64]
"""Cells of one line, as rows and columns."""
Place = tuple[float, float]
LIKELY = 0.3
SURE = 0.5
"""A line is sure where its pixels are likely to be in one, on average."""
CELL = 2
"""Pixels of a cell: lines keep apart by more, letters of a line by less."""
FEWEST_CELLS = 4
FULL = 0.75
"""A group that fills less of its box is of several lines."""
LEVELS = (0.5, 0.7, 0.9)
"""Where lines touch at a likely pixel, they are apart at a likelier one."""
SHRUNK = 1.6
"""How much the first net was taught to make lines thinner, as a part of area by outline."""
NEARLY = 0.02
TALLEST = 1.5
"""A line that is higher than wide by so much is written downwards."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LineBox:
    """Corners in pixels: where its first letter begins, then on clockwise."""

    corners: tuple[Place, Place, Place, Place]
    sureness: float

    @property
    def width(self) -> float:
        return float(np.hypot(*np.subtract(self.corners[1], self.corners[0])))

    @property
    def height(self) -> float:
        return float(np.hypot(*np.subtract(self.corners[3], self.corners[0])))

    @property
    def is_upright(self) -> bool:
        return self.height > TALLEST * self.width

    def tighter(self, *, by: float) -> "LineBox":
        """Without such a part of its height on both sides."""
        first, second, third, fourth = (np.array(one) for one in self.corners)
        left, right = (fourth - first) * by, (third - second) * by
        corners = (first + left, second + right, third - right, fourth - left)
        a, b, c, d = ((float(x), float(y)) for x, y in corners)
        return LineBox(corners=(a, b, c, d), sureness=self.sureness)


def lines(likely: Numbers) -> list[LineBox]:
    """From top to bottom. `likely`: rows of pixels as the first net answers."""
    cells = _cells(likely)
    found = []
    for group in _lines_apart(_groups(cells >= LIKELY), cells):
        rows, columns = group[:, 0], group[:, 1]
        sureness = float(cells[rows, columns].mean())
        if sureness >= SURE:
            found.append(LineBox(corners=_around(group), sureness=sureness))
    return sorted(found, key=lambda one: (one.corners[0][1], one.corners[0][0]))


def read(answered: Numbers, letters: Sequence[str]) -> tuple[str, float]:
    """What a line says, and how sure that is; `letters[0]` stands for none."""
    best = answered.argmax(axis=1)
    sure = answered.max(axis=1)
    is_new = np.ones(len(best), dtype=bool)
    is_new[1:] = best[1:] != best[:-1]
    kept = is_new & (best != 0)
    said = "".join(letters[one] for one in best[kept])
    return said, float(sure[kept].mean()) if kept.any() else 0.0


def _cells(likely: Numbers) -> Numbers:
    """The likeliest pixel of each square of them."""
    high, wide = (side // CELL * CELL for side in likely.shape)
    squares = likely[:high, :wide].reshape(high // CELL, CELL, wide // CELL, CELL)
    means: Numbers = squares.mean(axis=(1, 3))
    return means


def _groups(is_in: npt.NDArray[np.bool_]) -> list[Group]:
    """Cells that touch each other, as rows and columns."""
    left = set(map(tuple, np.argwhere(is_in).tolist()))
    groups = []
    while left:
        waiting = [left.pop()]
        group = []
        while waiting:
            row, column = waiting.pop()
            group.append((row, column))
            for near in _near(row, column):
                if near in left:
                    left.remove(near)
                    waiting.append(near)
        groups.append(np.array(sorted(group)))
    return sorted(groups, key=lambda one: (int(one[0, 0]), int(one[0, 1])))


def _lines_apart(
    groups: Sequence[Group], cells: Numbers, levels: Sequence[float] = LEVELS
) -> Iterator[Group]:
    """Groups that are large enough to be a line, each of one line as far as can be told."""
    for group in groups:
        if len(group) < FEWEST_CELLS:
            continue
        if not levels or _fullness(group) >= FULL:
            yield group
            continue
        is_in = np.zeros(cells.shape, dtype=bool)
        rows, columns = group[:, 0], group[:, 1]
        is_in[rows, columns] = cells[rows, columns] >= levels[0]
        parts = [one for one in _groups(is_in) if len(one) >= FEWEST_CELLS]
        yield from _lines_apart(parts or [group], cells, levels[1:])


def _fullness(group: Group) -> float:
    _middle, _along, low, high = _turned(group)
    wide, tall = (high - low) / CELL
    return len(group) / float(wide * tall)


def _near(row: int, column: int) -> list[tuple[int, int]]:
    return [
        (row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1) if down or right
    ]


def _around(group: Group) -> tuple[Place, Place, Place, Place]:
    """The box along the line, with what the first net left of its height given back."""
    middle, along, low, high = _turned(group)
    across = np.array([-along[1], along[0]])
    wide, tall = high - low
    more = SHRUNK * wide * tall / (2 * (wide + tall))
    low, high = low - more, high + more
    corners = [(low[0], low[1]), (high[0], low[1]), (high[0], high[1]), (low[0], high[1])]
    first, second, third, fourth = (
        tuple((middle + along * x + across * y).tolist()) for x, y in corners
    )
    return first, second, third, fourth


def _turned(group: Group) -> tuple[Real, Real, Real, Real]:
    """Its middle, its direction, and how far it goes from there along and across."""
    places = (group[:, ::-1] + 0.5) * CELL
    middle = places.mean(axis=0)
    along = _direction(places - middle)
    across = np.array([-along[1], along[0]])
    turned = (places - middle) @ np.stack([along, across], axis=1)
    return middle, along, turned.min(axis=0) - CELL / 2, turned.max(axis=0) + CELL / 2


def _direction(places: Real) -> Real:
    """Along which the cells lie, to the right; straight lines stay straight, and so do boxes of
    lines that are written downwards.
    """
    flat = np.array([1.0, 0.0])
    wide, tall = np.ptp(places, axis=0)
    if len(places) < FEWEST_CELLS or max(wide, tall) < 4 * CELL:
        return flat
    _values, vectors = np.linalg.eigh(places.T @ places)
    along: Real = vectors[:, 1]
    along = along if along[0] >= 0 else -along
    is_flat = abs(along[1]) < NEARLY
    is_downwards = abs(along[0]) < abs(along[1])
    return flat if is_flat or is_downwards else along
