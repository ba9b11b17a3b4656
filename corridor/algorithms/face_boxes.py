"""What CenterFace says of a picture, read as boxes around faces.

Xu and others, CenterFace: Joint Face Detection and Alignment Using Face as Point, 2019. For each
square of four pixels the net says how likely the middle of a face lies in it, where in it, and
how large the face is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float32]
STEP = 4
"""Pixels on each side of a square."""
SAME_FACE = 0.3
"""So much of the smaller of two boxes is shared where they are of one face."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FaceBox:
    """In parts of the width and the height of the picture, from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    sureness: float


def faces(likely: Numbers, sizes: Numbers, offsets: Numbers, *, at_least: float) -> list[FaceBox]:
    """The surest first. `sizes` and `offsets`: down and across, for each of `likely`."""
    high, wide = likely.shape
    rows, columns = np.nonzero(likely >= at_least)
    tall, broad = (np.exp(part[rows, columns]) for part in sizes)
    down, right = (part[rows, columns] for part in offsets)
    middle_y, middle_x = rows + down + 0.5, columns + right + 0.5
    found = [
        FaceBox(
            left=max(0.0, float(x - b / 2) / wide),
            right=min(1.0, float(x + b / 2) / wide),
            top=max(0.0, float(y - t / 2) / high),
            bottom=min(1.0, float(y + t / 2) / high),
            sureness=float(sure),
        )
        for x, y, b, t, sure in zip(
            middle_x, middle_y, broad, tall, likely[rows, columns], strict=True
        )
    ]
    return surest(found)


def surest(found: Sequence[FaceBox]) -> list[FaceBox]:
    """Of boxes around the same face the surest."""
    kept: list[FaceBox] = []
    for one in sorted(found, key=lambda box: (-box.sureness, box.left, box.top)):
        if all(_shared(one, other) < SAME_FACE for other in kept):
            kept.append(one)
    return kept


def turned_back(one: FaceBox, *, degrees: int) -> FaceBox:
    """Where it is in the picture before that was turned against the clock."""
    left, top, right, bottom = one.left, one.top, one.right, one.bottom
    for _quarter in range(degrees // 90):
        left, top, right, bottom = 1 - bottom, left, 1 - top, right
    return FaceBox(left=left, top=top, right=right, bottom=bottom, sureness=one.sureness)


def _shared(one: FaceBox, other: FaceBox) -> float:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    if wide <= 0 or high <= 0:
        return 0.0
    smaller = min(_area(one), _area(other))
    return wide * high / smaller if smaller else 0.0


def _area(box: FaceBox) -> float:
    return (box.right - box.left) * (box.bottom - box.top)
