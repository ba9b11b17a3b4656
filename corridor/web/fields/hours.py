"""Weekly hours as half days to tick and exact hours besides; between the two, spans."""

from collections.abc import Iterable, Sequence

from corridor.algorithms.matching.week import DAYS, Span

PARTS = {
    "morning": (8 * 60, 12 * 60),
    "afternoon": (12 * 60, 17 * 60),
    "evening": (17 * 60, 21 * 60),
}
"""Part of a day -> minutes after midnight."""


def spans_of(ticked: Iterable[str], exact: Iterable[Span]) -> list[Span]:
    """One span where several touch. `ticked` are such as tue-evening; others mean nothing."""
    spans = [*exact]
    for word in ticked:
        day, _, part = word.partition("-")
        if day in DAYS and part in PARTS:
            spans.append(Span(day, *PARTS[part]))
    return _joined(spans)


def ticked_and_exact(spans: Sequence[Span]) -> tuple[list[str], list[Span]]:
    """The half days that are wholly free, and what is free besides."""
    ticked = [
        f"{day}-{part}"
        for day in DAYS
        for part, (start, end) in PARTS.items()
        if any(span.day == day and span.start <= start and end <= span.end for span in spans)
    ]
    rest = spans
    for word in ticked:
        day, _, part = word.partition("-")
        rest = [left for span in rest for left in _without(span, Span(day, *PARTS[part]))]
    return ticked, list(rest)


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans, key=lambda one: (DAYS.index(one.day), one.start, one.end)):
        if joined and joined[-1].day == span.day and span.start <= joined[-1].end:
            joined[-1] = joined[-1]._replace(end=max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _without(span: Span, taken: Span) -> list[Span]:
    if span.day != taken.day or taken.end <= span.start or span.end <= taken.start:
        return [span]
    before = span._replace(end=min(span.end, taken.start))
    after = span._replace(start=max(span.start, taken.end))
    return [left for left in (before, after) if left.start < left.end]
