"""The weeks ahead as somebody who suggests times sees them: a picture, and the same as a list."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.formats import date_format

from corridor.algorithms.common_times import spread
from corridor.mentoring import queries
from corridor.web.meetings.clocks import Told, moment_of, tell

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship
    from corridor.people.models import Profile

SUGGESTED, CHOSEN = 5, 3
STEP = 30
MOST_A_DAY = 12
COLUMN, HOUR, LEFT, TOP, BOTTOM = 40, 18, 34, 22, 8
"""Sizes in the picture."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A time in the picture, when both are free."""

    x: int
    y: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A full hour at the edge of the picture, by both clocks."""

    y: int
    mine: str
    theirs: str


@dataclass(frozen=True, kw_only=True)
class Week:
    monday: date
    days: Mapping[str, Sequence[Told]]
    """By the name of the day."""
    blocks: Sequence[Block]
    marks: Sequence[Mark]
    columns: Sequence[tuple[int, str]]
    changes_clocks: bool
    """By one of the two clocks: then the picture has hours for the viewer's alone."""
    height: int


@dataclass(frozen=True, kw_only=True)
class Choices:
    kept: list[Told]
    """What she ticked before and is offered no more, or was no common time."""
    suggested: list[Told]
    weeks: list[Week]
    has_mine: bool
    has_theirs: bool
    chosen: Collection[str]
    """Values that are ticked."""


def choices(
    relationship: "Relationship",
    *,
    viewer: "Profile",
    minutes: int,
    now: datetime,
    chosen: Collection[str] | None = None,
) -> Choices:
    """`chosen`: what she ticked before; None: the first few are ticked for her."""
    other = relationship.other_than(viewer)
    found = queries.times_for_two(relationship, viewer=viewer, minutes=minutes, now=now)
    clock = ZoneInfo(viewer.time_zone)
    step = min(STEP, minutes)
    times = [one for one in found.times if one.astimezone(clock).minute % step == 0]
    first = spread(times, clock=clock, most=SUGGESTED)
    suggested = [tell(one, viewer=viewer, other=other) for one in first]
    listed = {one.isoformat() for one in times}
    return Choices(
        kept=[
            tell(moment, viewer=viewer, other=other)
            for moment in map(moment_of, chosen or ())
            if moment is not None and moment.isoformat() not in listed
        ],
        suggested=suggested,
        weeks=_weeks(times, viewer=viewer, other=other, minutes=minutes),
        has_mine=found.has_mine,
        has_theirs=found.has_theirs,
        chosen=[one.value for one in suggested[:CHOSEN]] if chosen is None else chosen,
    )


def _weeks(
    times: Sequence[datetime], *, viewer: "Profile", other: "Profile", minutes: int
) -> list[Week]:
    clock = ZoneInfo(viewer.time_zone)
    by_monday: dict[date, list[datetime]] = {}
    for moment in times:
        day = moment.astimezone(clock).date()
        by_monday.setdefault(day - timedelta(days=day.weekday()), []).append(moment)
    return [
        _week(monday, several, viewer=viewer, other=other, minutes=minutes)
        for monday, several in by_monday.items()
    ]


def _week(
    monday: date,
    times: Sequence[datetime],
    *,
    viewer: "Profile",
    other: "Profile",
    minutes: int,
) -> Week:
    clock = ZoneInfo(viewer.time_zone)
    local = [moment.astimezone(clock) for moment in times]
    begins = max(0, min(one.hour for one in local) - 1)
    ends = min(24, max(one.hour for one in local) + 3)
    days: dict[str, list[Told]] = {}
    for one in local:
        day = days.setdefault(date_format(one, "l, j F"), [])
        if len(day) < MOST_A_DAY:
            day.append(tell(one, viewer=viewer, other=other))
    noons = [
        datetime.combine(monday + timedelta(days=number), time(12), tzinfo=clock)
        for number in range(7)
    ]
    ahead = {_minutes_ahead(noon, ZoneInfo(other.time_zone), clock) for noon in noons}
    changes = len(ahead) > 1 or len({noon.utcoffset() for noon in noons}) > 1
    return Week(
        monday=monday,
        days=days,
        blocks=[
            Block(
                x=LEFT + one.weekday() * COLUMN + 2,
                y=round(TOP + (one.hour + one.minute / 60 - begins) * HOUR, 1),
                height=round(minutes / 60 * HOUR, 1),
            )
            for one in local
        ],
        marks=[
            Mark(
                y=TOP + (hour - begins) * HOUR,
                mine=f"{hour:02d}",
                theirs="" if changes or ahead == {0} else _clock(hour * 60 + max(ahead)),
            )
            for hour in range(begins, ends + 1)
        ],
        columns=[
            (LEFT + number * COLUMN + COLUMN // 2, date_format(noon, "D j"))
            for number, noon in enumerate(noons)
        ],
        changes_clocks=changes,
        height=TOP + (ends - begins) * HOUR + BOTTOM,
    )


def _minutes_ahead(moment: datetime, theirs: ZoneInfo, mine: ZoneInfo) -> int:
    offsets = [moment.astimezone(clock).utcoffset() or timedelta() for clock in (theirs, mine)]
    return (offsets[0] - offsets[1]) // timedelta(minutes=1)


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes % (24 * 60), 60)
    return f"{hour:02d}:{minute:02d}" if minute else f"{hour:02d}"
