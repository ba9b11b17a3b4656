"""Figures of what was decided, for anybody: small numbers tell of people, and are not told."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from corridor.safety.choices import Measure, Reason
from corridor.safety.models import Appeal, Decision

A_YEAR = timedelta(days=365)
FEWEST = 5


@dataclass(frozen=True, kw_only=True)
class Line:
    label: str
    count: int | None
    """None: fewer than `FEWEST`, but some."""


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Of a year."""

    since: datetime
    by_reason: Sequence[Line]
    by_measure: Sequence[Line]
    total: int | None
    """None where it would give away what a line does not tell."""
    median_hours: float | None
    """From the first flag to the decision; None where too few were decided."""
    undone: Line
    appeals: Line
    overturned: Line


def figures(*, now: datetime) -> Figures:
    since = now - A_YEAR
    rows = Decision.objects.filter(at__gt=since).order_by("pk")
    found = list(rows.values_list("reason", "measure", "flagged_at", "at", "undone_at"))
    reasons = Counter(reason for reason, *_ in found)
    measures = Counter(measure for _, measure, *_ in found)
    by_reason = [_line(reasons[one], one.label) for one in Reason]
    by_measure = [_line(measures[one], one.label) for one in Measure]
    hours = [(at - flagged_at).total_seconds() / 3600 for _, _, flagged_at, at, _ in found]
    appeals = list(
        Appeal.objects.filter(at__gt=since).order_by("pk").values_list("is_granted", flat=True)
    )
    return Figures(
        since=since,
        by_reason=by_reason,
        by_measure=by_measure,
        total=len(found) if _are_told([*by_reason, *by_measure]) else None,
        median_hours=median(hours) if len(hours) >= FEWEST else None,
        undone=_line(sum(undone_at is not None for *_, undone_at in found)),
        appeals=_line(len(appeals)),
        overturned=_line(sum(appeals)),
    )


def _line(count: int, label: object = "") -> Line:
    return Line(label=str(label), count=None if 0 < count < FEWEST else count)


def _are_told(lines: Iterable[Line]) -> bool:
    return all(line.count is not None for line in lines)
