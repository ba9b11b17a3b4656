"""Figures of what was decided, for anybody: small numbers tell of people, and are not told."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
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
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Figures:
    since: datetime
    until: datetime
    by_reason: Sequence[Line]
    by_measure: Sequence[Line]
    flags: Line
    """Answered by these decisions."""
    total: int | None
    """None where it would give away what a line does not tell."""
    median_hours: float | None
    """From the first flag to the decision; None where too few were decided."""
    hidden: Line
    """Posts hidden without a person, until one decided; nothing else is done without one."""
    given_back: Line
    """Of these."""
    undone: Line
    appeals: Line
    overturned: Line
    median_appeal_hours: float | None


def figures(*, now: datetime) -> Figures:
    """Of the last year."""
    return _figures(now - A_YEAR, now)


def figures_of_year(year: int) -> Figures:
    """Of a calendar year, by the clock of Greenwich."""
    return _figures(datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC))


def years_with_decisions(*, now: datetime) -> Sequence[int]:
    """Newest first, up to this one; none before the first decision."""
    first = Decision.objects.order_by("at").values_list("at", flat=True).first()
    return [] if first is None else list(range(now.year, first.astimezone(UTC).year - 1, -1))


def _figures(since: datetime, until: datetime) -> Figures:
    rows = Decision.objects.filter(at__gt=since, at__lte=until).order_by("pk")
    found = list(rows)
    reasons = Counter(one.reason for one in found)
    measures = Counter(one.measure for one in found)
    by_reason = [_line(reasons[one], one) for one in Reason]
    by_measure = [_line(measures[one], one) for one in Measure]
    hidden = [one for one in found if one.was_hidden]
    appeals = list(Appeal.objects.filter(at__gt=since, at__lte=until).order_by("pk"))
    judged = [(one.at, one.decided_at) for one in appeals if one.decided_at is not None]
    return Figures(
        since=since,
        until=until,
        by_reason=by_reason,
        by_measure=by_measure,
        flags=_line(sum(one.number_of_flags for one in found)),
        total=len(found) if _are_told([*by_reason, *by_measure]) else None,
        median_hours=_median_hours([(one.flagged_at, one.at) for one in found]),
        hidden=_line(len(hidden)),
        given_back=_line(sum(one.measure != Measure.REMOVE for one in hidden)),
        undone=_line(sum(one.undone_at is not None for one in found)),
        appeals=_line(len(appeals)),
        overturned=_line(sum(one.is_granted for one in appeals)),
        median_appeal_hours=_median_hours(judged),
    )


def _median_hours(spans: Sequence[tuple[datetime, datetime]]) -> float | None:
    hours = [(end - begin).total_seconds() / 3600 for begin, end in spans]
    return median(hours) if len(hours) >= FEWEST else None


def _line(count: int, kind: Reason | Measure | None = None) -> Line:
    return Line(
        label=str(kind.label) if kind else "",
        code=kind.value if kind else "",
        count=None if 0 < count < FEWEST else count,
    )


def _are_told(lines: Iterable[Line]) -> bool:
    return all(line.count is not None for line in lines)
