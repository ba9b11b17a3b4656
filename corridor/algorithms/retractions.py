"""What holds of a work that several notices were published on.

A list such as Retraction Watch's has a row for each notice: a work may be questioned first, then
retracted, then reinstated. What holds is the last word, except that a correction does not undo a
retraction, nor an expression of concern.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Nature(StrEnum):
    RETRACTION = "retraction"
    CONCERN = "concern"
    CORRECTION = "correction"
    REINSTATEMENT = "reinstatement"


GRAVEST_FIRST = (Nature.RETRACTION, Nature.CONCERN, Nature.CORRECTION)


@dataclass(frozen=True, kw_only=True)
class Notice:
    nature: Nature
    on: date | None = None
    reason: str = ""


def notice_in_force(notices: Iterable[Notice]) -> Notice | None:
    """The gravest since the last reinstatement, of those the newest; a notice without a day is
    taken for the oldest."""
    found = sorted(notices, key=_day)
    reinstated = [_day(one) for one in found if one.nature == Nature.REINSTATEMENT]
    since = reinstated[-1] if reinstated else None
    standing = [
        one
        for one in found
        if one.nature != Nature.REINSTATEMENT and (since is None or _day(one) > since)
    ]
    for nature in GRAVEST_FIRST:
        of_nature = [one for one in standing if one.nature == nature]
        if of_nature:
            return of_nature[-1]
    return None


def _day(notice: Notice) -> date:
    return notice.on or date.min
