"""What somebody thinks of a relationship, as one number: what matters to her counts more.

After the idea of MEMeQ (Schäfer and others 2015, BMC Medical Education): she chooses the areas
herself, says how much each matters, and how content she is. `docs/algorithms/reviews.md` has
worked numbers.
"""

from collections.abc import Iterable
from dataclasses import dataclass

LEAST, MOST = 1, 5


class OutOfRange(ValueError):
    """Importance and contentment go from 1 to 5."""


@dataclass(frozen=True, kw_only=True)
class Rated:
    weight: int
    """How much the area matters to her, 1 to 5."""
    rating: int
    """How content she is with it, 1 to 5."""

    def __post_init__(self) -> None:
        """Raises OutOfRange."""
        for number in (self.weight, self.rating):
            if not LEAST <= number <= MOST:
                raise OutOfRange(number)


def score(areas: Iterable[Rated]) -> float | None:
    """The sum of weight times rating, divided by the sum of weights; None without any area."""
    rated = list(areas)
    if not rated:
        return None
    return sum(one.weight * one.rating for one in rated) / sum(one.weight for one in rated)


def in_lots(answers: Iterable[tuple[int, float]], *, people: int) -> list[float]:
    """Ratings that may be counted, of answers told as (who, rating), the oldest first.

    They are taken in lots, each of so many different people, of whom each counts with what she said
    last. Lots never change afterwards: who compares a figure with the one before learns of so many
    people together, never of one.
    """
    counted: list[float] = []
    waiting: dict[int, float] = {}
    for who, rating in answers:
        waiting[who] = rating
        if len(waiting) == people:
            counted += waiting.values()
            waiting.clear()
    return counted
