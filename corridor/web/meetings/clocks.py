"""Times as the viewer reads them, with the time of the other beside."""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.formats import date_format

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class Told:
    """One moment by two clocks."""

    moment: datetime
    day: str
    clock: str
    theirs: str
    """Empty where their clock says the same."""

    @property
    def value(self) -> str:
        """For a form: the same for both."""
        return self.moment.isoformat()


def moment_of(value: str) -> datetime | None:
    """What a form sent back as `Told.value`; None where it is no moment."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    # at the ends of the calendar there is no other zone
    is_moment = moment.tzinfo is not None and MINYEAR < moment.year < MAXYEAR
    return moment.astimezone(UTC) if is_moment else None


def tell(moment: datetime, *, viewer: "Profile", other: "Profile") -> Told:
    mine = moment.astimezone(ZoneInfo(viewer.time_zone))
    theirs = moment.astimezone(ZoneInfo(other.time_zone))
    clock = ""
    if mine.utcoffset() != theirs.utcoffset():
        clock = date_format(theirs, "H:i" if mine.date() == theirs.date() else "D H:i")
    return Told(
        moment=moment,
        day=date_format(mine, "l, j F"),
        clock=date_format(mine, "H:i"),
        theirs=clock,
    )
