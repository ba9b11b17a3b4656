"""How soon somebody should look at what was flagged.

Gravity gives the time; it is halved for each step that agreement or reach takes it up. Whatever is
due first comes first, so that waiting counts by itself. Thresholds are ours: few enough to be told
to whoever asks why a case stands where it stands.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import timedelta

FLAGS = (3, 10)
"""People who flag it: from so many on it is halved once, and once more."""
READERS = (100, 1000)


@dataclass(frozen=True, kw_only=True)
class Haste:
    by_flags: int
    """Steps that it was taken up by agreement."""
    by_reach: int

    @property
    def halvings(self) -> int:
        """The larger of the two: what many read, many flag."""
        return max(self.by_flags, self.by_reach)


def haste(*, flags: int, reach: int) -> Haste:
    return Haste(by_flags=bisect_right(FLAGS, flags), by_reach=bisect_right(READERS, reach))


def hastened(within: timedelta, made: Haste) -> timedelta:
    return within / (1 << made.halvings)
