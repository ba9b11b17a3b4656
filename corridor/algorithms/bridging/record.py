"""What somebody's ratings and notes came to, and how many notes she may write a day.

Counting alone, so that everybody can work out her own: docs/algorithms/bridging.md.
"""

from dataclasses import dataclass

TO_BEGIN_WITH, LEAST, MOST = 2, 1, 10
FOR_ONE_MORE = 5
"""Ratings that turned out right, beyond those that turned out wrong."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """Of settled notes alone: what may still change is neither right nor wrong."""

    right: int = 0
    """Helpful, and the note is shown; or not helpful, and it is unhelpful."""
    wrong: int = 0
    """The other way round."""
    shown: int = 0
    """Her own notes that are shown."""
    unhelpful: int = 0
    """Her own notes that are unhelpful, or that moderators took away."""

    @property
    def lead(self) -> int:
        return self.right - self.wrong


def notes_a_day(record: Record) -> int:
    """Two; one more for each five ratings of lead; one fewer for each unhelpful note beyond those
    that are shown. Never fewer than one, never more than ten."""
    earned = max(0, record.lead) // FOR_ONE_MORE
    lost = max(0, record.unhelpful - record.shown)
    return min(MOST, max(LEAST, TO_BEGIN_WITH + earned - lost))
