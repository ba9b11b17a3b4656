"""The weeks ahead as somebody who suggests times sees them: a picture, and the same as a list."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
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
COLUMN, HOUR, LEFT, TOP = 40, 12, 34, 22
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


@dataclass(kw_only=True)
class Week:
    monday: date
    days: dict[str, list[Told]] = field(default_factory=dict)
    """By the name of the day."""
    blocks: list[Block] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    columns: list[tuple[int, str]] = field(default_factory=list)
    changes_clocks: bool = False
    """By one of the two clocks: then the picture has hours for the viewer's alone."""
    height: int = TOP + 24 * HOUR


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
    weeks: dict[date, Week] = {}
    for moment in times:
        local = moment.astimezone(clock)
        monday = local.date() - timedelta(days=local.weekday())
        week = weeks.setdefault(monday, _empty(monday, viewer, other))
        day = week.days.setdefault(date_format(local, "l, j F"), [])
        if len(day) < MOST_A_DAY:
            day.append(tell(moment, viewer=viewer, other=other))
        week.blocks.append(
            Block(
                x=LEFT + local.weekday() * COLUMN + 2,
                y=round(TOP + (local.hour + local.minute / 60) * HOUR, 1),
                height=round(minutes / 60 * HOUR, 1),
            )
        )
    return list(weeks.values())


def _empty(monday: date, viewer: "Profile", other: "Profile") -> Week:
    clock = ZoneInfo(viewer.time_zone)
    days = [datetime(monday.year, monday.month, monday.day, 12, tzinfo=clock)]
    days += [days[0] + timedelta(days=number) for number in range(1, 7)]
    their_clock = ZoneInfo(other.time_zone)
    ahead = {_minutes_ahead(day, their_clock) - _minutes_ahead(day, clock) for day in days}
    changes = len(ahead) > 1 or len({_minutes_ahead(day, clock) for day in days}) > 1
    return Week(
        monday=monday,
        changes_clocks=changes,
        columns=[
            (LEFT + number * COLUMN + COLUMN // 2, date_format(day, "D j"))
            for number, day in enumerate(days)
        ],
        marks=[
            Mark(
                y=TOP + hour * HOUR,
                mine=f"{hour:02d}",
                theirs="" if changes or ahead == {0} else _clock(hour * 60 + max(ahead)),
            )
            for hour in range(0, 25, 3)
        ],
    )


def _minutes_ahead(moment: datetime, clock: ZoneInfo) -> int:
    offset = moment.astimezone(clock).utcoffset() or timedelta()
    return offset // timedelta(minutes=1)


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes % (24 * 60), 60)
    return f"{hour:02d}:{minute:02d}" if minute else f"{hour:02d}"
