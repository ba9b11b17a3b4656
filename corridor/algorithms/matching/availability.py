"""What people type about their week, read as spans of local time.

Days and times may be joined by commas, slashes or "and"; times belong to the days before them.
Days without a time mean the waking day, times without a day mean every day.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corridor.algorithms.matching.week import DAYS, MINUTES_PER_DAY, Span

PARTS_OF_DAY = {
    "morning": (8 * 60, 12 * 60),
    "afternoon": (12 * 60, 17 * 60),
    "evening": (17 * 60, 21 * 60),
}
WAKING = (8 * 60, 21 * 60)
NOON = 12 * 60
MINUTES_PER_HOUR = 60

_DAY = (
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?"
    r"|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
_TO = r"\s*(?:-|–|—|to|until|till)\s*"
_CLOCK = r"(\d{{1,2}})(?:[:.h](\d{{2}})|h)?\s*(am|pm|a\.m\.|p\.m\.)?|(noon|midnight)"
_TOKENS = re.compile(
    rf"""
      (?P<range_from>{_DAY})s?{_TO}(?P<range_to>{_DAY})s?\b
    | (?P<day>{_DAY})s?\b\.?
    | (?P<days>weekdays?|weekends?|daily|every\s?day|any\s?day)\b
    | (?P<part>morning|afternoon|evening)s?\b
    | (?:from\s+)?(?P<start>{_CLOCK.format()}){_TO}(?P<end>{_CLOCK.format()})(?![\d:])
    | (?P<join>\s+|[,/&+;]|\band\b|\bor\b|\bon\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLOCK_PARTS = re.compile(_CLOCK.format(), re.IGNORECASE)

_SETS_OF_DAYS = {"weekday": DAYS[:5], "weekend": DAYS[5:]}


class UnreadableAvailability(ValueError):
    """``part`` is what could not be read."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def parse_availability(text: str) -> tuple[Span, ...]:
    """Spans in the order written, each once; none for an empty text.

    Understands "Mon 18-20; Thu 7pm-9pm", "Tue/Thu evenings", "weekdays 12:00–13:00", "weekends".
    Mornings are 8 to 12, afternoons 12 to 17, evenings 17 to 21. Raises UnreadableAvailability.
    """
    return tuple(
        dict.fromkeys(
            Span(day, start, end)
            for days, times in _groups(text)
            for day in days or DAYS
            for start, end in times or (WAKING,)
        )
    )


class _Group(NamedTuple):
    days: list[str]
    times: list[tuple[int, int]]


def _groups(text: str) -> Iterator[_Group]:
    group = _Group([], [])
    for token in _tokens(text):
        if token.lastgroup == "join":
            if ";" in token.group() or "\n" in token.group():
                yield from _said(group)
                group = _Group([], [])
            continue
        days = tuple(_days_of(token))
        if days and group.times and group.days:
            yield group
            group = _Group([], [])
        group.days.extend(days)
        group.times.extend(_times_of(token))
    yield from _said(group)


def _said(group: _Group) -> Iterable[_Group]:
    return (group,) if group.days or group.times else ()


def _tokens(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(text):
        token = _TOKENS.match(text, at)
        if token is None:
            raise UnreadableAvailability(re.split(r"[;,\n]", text[at:])[0].strip())
        yield token
        at = token.end()


def _days_of(token: re.Match[str]) -> Iterable[str]:
    if token["day"]:
        return (token["day"][:3].lower(),)
    if token["days"]:
        return _SETS_OF_DAYS.get(token["days"].lower().rstrip("s"), DAYS)
    if token["range_from"]:
        first = DAYS.index(token["range_from"][:3].lower())
        last = DAYS.index(token["range_to"][:3].lower())
        return [DAYS[day % 7] for day in range(first, first + (last - first) % 7 + 1)]
    return ()


def _times_of(token: re.Match[str]) -> Iterable[tuple[int, int]]:
    if token["part"]:
        return (PARTS_OF_DAY[token["part"].lower()],)
    if token["start"]:
        return (_span(token.group(), token["start"], token["end"]),)
    return ()


def _span(written: str, start_text: str, end_text: str) -> tuple[int, int]:
    start, start_half = _clock(written, start_text)
    end, end_half = _clock(written, end_text)
    if end_half and not start_half and start <= NOON:
        # "7-9pm" begins in the evening, "11-1pm" in the morning.
        evening = start % NOON + (NOON if end_half == "p" else 0)
        start = evening if evening < end else start % NOON
    is_vague = not start_half and not end_half and end <= start < NOON
    if start >= MINUTES_PER_DAY or end == start or is_vague:
        raise UnreadableAvailability(written.strip())
    return start, end


def _clock(written: str, text: str) -> tuple[int, str]:
    """Minutes after midnight, and "a" or "p" where the writer said which half of the day."""
    clock = _CLOCK_PARTS.fullmatch(text.strip())
    if clock is None:
        raise UnreadableAvailability(written.strip())
    hour, minute, half, word = clock.groups()
    if word:
        return (NOON, "p") if word.lower() == "noon" else (MINUTES_PER_DAY, "p")
    minutes = int(hour) * MINUTES_PER_HOUR + int(minute or 0)
    hours_of_half = NOON // MINUTES_PER_HOUR
    is_hour = 1 <= int(hour) <= hours_of_half if half else minutes <= MINUTES_PER_DAY
    if not is_hour or int(minute or 0) >= MINUTES_PER_HOUR:
        raise UnreadableAvailability(written.strip())
    if not half:
        return minutes, ""
    half = half[0].lower()
    return minutes % NOON + (NOON if half == "p" else 0), half
