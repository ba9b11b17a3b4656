"""What moderators looked at, for another moderator, and for whom it was about."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.posts.choices import OPEN
from corridor.safety.choices import Deed
from corridor.safety.models import Case, LogEntry

if TYPE_CHECKING:
    from corridor.people.models import Profile

LOOKING = (Deed.OPENED, Deed.NAME_READ)
WORKING = (
    Deed.CLAIMED,
    Deed.TAKEN_OVER,
    Deed.NOTED,
    Deed.MOVED,
    Deed.WROTE,
    Deed.DECIDED,
    Deed.UNDONE,
    Deed.UPHELD,
    Deed.OVERTURNED,
    Deed.SECONDED,
)
MOST = 2000
"""Entries read at once; older ones come when these were seen."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """One moderator at one case."""

    by_number: int
    case_number: int
    times: int
    last_at: datetime
    has_seen_names: bool
    has_worked: bool
    """Took it, wrote, or decided something in it: without that, why look?"""


@dataclass(frozen=True, kw_only=True)
class Looks:
    looks: Sequence[Look]
    to: int
    """The newest entry among them, to say to where they were seen."""


def looks_of_others(viewer: "Profile") -> Looks:
    """Since she last said that she had seen them; first those without any work in the case."""
    entries = LogEntry.objects.filter(deed__in=LOOKING, number__gt=_seen_to(viewer.pk))
    return _grouped(list(entries.exclude(by_number=viewer.pk).order_by("number")[:MOST]))


def _grouped(rows: Sequence[LogEntry]) -> Looks:
    by_both: dict[tuple[int, int], list[LogEntry]] = defaultdict(list)
    for one in rows:
        by_both[one.by_number, one.case_number].append(one)
    worked = set(
        LogEntry.objects.filter(
            deed__in=WORKING, case_number__in={case for _, case in by_both}
        ).values_list("by_number", "case_number")
    )
    looks = [
        Look(
            by_number=by,
            case_number=case,
            times=len(entries),
            last_at=entries[-1].at,
            has_seen_names=any(one.deed == Deed.NAME_READ for one in entries),
            has_worked=(by, case) in worked,
        )
        for (by, case), entries in by_both.items()
    ]
    looks.sort(key=lambda one: (one.has_worked, one.last_at, one.case_number))
    return Looks(looks=looks, to=rows[-1].number if rows else 0)


def _seen_to(viewer_id: int) -> int:
    last = LogEntry.objects.filter(deed=Deed.SEEN, by_number=viewer_id).order_by("-number").first()
    return int(last.details) if last else 0


@dataclass(frozen=True, kw_only=True)
class ReadByModerators:
    """Something that was for few, and moderators read it as part of a case."""

    post_number: int
    first_at: datetime
    last_at: datetime
    people: int


def read_by_moderators(viewer_id: int) -> Sequence[ReadByModerators]:
    """Posts of hers that were not for everybody, once the case is closed; newest first."""
    closed = Case.objects.filter(about=viewer_id).exclude(closed_at=None)
    for_few = {
        case.pk: case.post_number
        for case in closed.prefetch_related("evidence").order_by("pk")
        if any(one.kept.get("audience", OPEN[0]) not in OPEN for one in case.evidence.all())
    }
    entries: dict[int, list[LogEntry]] = defaultdict(list)
    rows = LogEntry.objects.filter(deed=Deed.OPENED, case_number__in=for_few)
    for one in rows.order_by("number"):
        entries[one.case_number].append(one)
    told = [
        ReadByModerators(
            post_number=for_few[case],
            first_at=those[0].at,
            last_at=those[-1].at,
            people=len({one.by_number for one in those}),
        )
        for case, those in entries.items()
    ]
    return sorted(told, key=lambda one: one.last_at, reverse=True)
