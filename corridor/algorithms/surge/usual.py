"""What is usual for somebody: a mean of her past hours that forgets, with a constant of 28 days."""

from dataclasses import dataclass
from math import exp

WINDOW_HOURS = 6
MEMORY_HOURS = 28 * 24
KEPT = exp(-1 / MEMORY_HOURS)
LEAST_HOURS = 72
"""Somebody who joined an hour ago is taken to have had three days, so that one hour is no habit."""
LEAST_WEIGHT = 1 - KEPT**LEAST_HOURS
BUSY = 2.5
"""More strangers come by day, and on some days: so many times the mean is no surprise."""
LEAST_USUAL = 0.3
"""Of a window, for whoever is hardly ever written to."""


@dataclass(frozen=True)
class Usual:
    """Two numbers to keep for each person."""

    total: float = 0.0
    weight: float = 0.0

    def after(self, strangers: int) -> "Usual":
        """Once so many wrote in the next hour."""
        return Usual(KEPT * self.total + (1 - KEPT) * strangers, KEPT * self.weight + (1 - KEPT))

    def after_silence(self, *, hours: int) -> "Usual":
        kept = KEPT**hours
        return Usual(kept * self.total, kept * self.weight + (1 - kept))

    @property
    def of_window(self) -> float:
        """Strangers that six busy hours usually bring."""
        an_hour = self.total / max(self.weight, LEAST_WEIGHT)
        return max(LEAST_USUAL, BUSY * WINDOW_HOURS * an_hour)
