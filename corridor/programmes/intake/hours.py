"""Weekly free time as people write it: “Mon 18:00-20:00; weekday evenings”."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from corridor.algorithms.matching.week import DAYS, Span
from corridor.programmes.intake.fields import plain

PARTS = {
    "early morning": (6, 9),
    "morning": (8, 12),
    "lunch": (12, 14),
    "noon": (12, 14),
    "afternoon": (12, 17),
    "evening": (17, 21),
    "night": (20, 23),
    "all day": (8, 21),
    "any time": (8, 21),
    "day": (8, 21),
    "business hours": (9, 17),
    "working hours": (9, 17),
    "office hours": (9, 17),
}
"""Part of a day -> its hours."""
WHOLE_DAY = (8, 21)
NOT_SAID = frozenset({"", "n a", "na", "none", "tbc", "tbd", "varies", "unknown"})
ANY = frozenset({"any", "anytime", "any time", "flexible", "always", "all", "all times"})

DAY_NAMES = (
    ("mo", "mon", "monday", "montag", "lu", "lun", "lunes", "lundi"),
    ("tu", "tue", "tues", "tuesday", "di", "die", "dienstag", "mar", "martes", "mardi"),
    (
        *("we", "wed", "weds", "wednesday", "mi", "mittwoch", "mie", "mié", "miercoles"),
        *("miércoles", "mer", "mercredi"),
    ),
    ("th", "thu", "thur", "thurs", "thursday", "do", "donnerstag", "jue", "jueves", "jeu", "jeudi"),
    ("fr", "fri", "friday", "freitag", "vie", "viernes", "ven", "vendredi"),
    ("sa", "sat", "saturday", "samstag", "sonnabend", "sab", "sáb", "sabado", "sábado", "samedi"),
    ("su", "sun", "sunday", "so", "sonntag", "dom", "domingo", "dim", "dimanche"),
)
"""In English, German, Spanish and French."""
GROUPS = {
    "weekday": DAYS[:5],
    "week days": DAYS[:5],
    "weekdays": DAYS[:5],
    "weekend": DAYS[5:],
    "weekends": DAYS[5:],
    "daily": DAYS,
    "every day": DAYS,
    "everyday": DAYS,
    "any day": DAYS,
    "werktags": DAYS[:5],
    "wochentags": DAYS[:5],
    "entre semana": DAYS[:5],
    "en semaine": DAYS[:5],
    "wochenende": DAYS[5:],
    "fin de semana": DAYS[5:],
    "week-end": DAYS[5:],
    "täglich": DAYS,
    "todos los días": DAYS,
    "todos los dias": DAYS,
    "tous les jours": DAYS,
}
MINUTES = 60
NOON = 12

_CLOCK = (
    r"(\d{1,2})(?:[:.h](\d{2}))?(?:\s*(?:h|hs|hrs|uhr|heures|horas)\b\.?)?"
    r"\s*(am|pm|a\.m\.|p\.m\.)?"
)
_TO = r"\s*(?:-|\u2013|\u2014|to|until|till|bis|à|a|hasta)\s*"
_RANGE = re.compile(rf"(?:(?:from|von|de|desde)\s+)?{_CLOCK}{_TO}{_CLOCK}", re.IGNORECASE)
_AFTER = re.compile(rf"(?:after|from|ab|nach|après|dès|desde)\s+{_CLOCK}", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:before|until|bis|vor|avant|hasta|antes de)\s+{_CLOCK}", re.IGNORECASE)
_FILLER = re.compile(
    r"[\s,;/&+.:()\n]+|\b(?:and|or|on|at|in the|the|i am|free|available|h|uhr"
    r"|und|oder|am|et|ou|le|les|y|o|el|los|las|la)\b",
    re.IGNORECASE,
)
_DAY_OF = {
    word + plural: day
    for day, words in zip(DAYS, DAY_NAMES, strict=True)
    for word in words
    for plural in ("", "s")
}
_DAY = "|".join(sorted(map(re.escape, _DAY_OF), key=len, reverse=True))
_DAYS_FROM_TO = re.compile(
    rf"({_DAY})\.?\s*(?:-|\u2013|to|through|bis|à|au|a)\s*({_DAY})\b", re.IGNORECASE
)
_ONE_DAY = re.compile(rf"({_DAY})\b", re.IGNORECASE)
_GROUP = re.compile(r"(" + "|".join(sorted(GROUPS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
_PART = re.compile(r"(" + "|".join(sorted(PARTS, key=len, reverse=True)) + r")s?\b", re.IGNORECASE)

Hours = tuple[int, int]


class NotHours(ValueError):
    """``args[0]`` says what was not understood and what is expected."""


@lru_cache(maxsize=65_536)
def find_spans(text: str) -> tuple[Span, ...]:
    """Days take the times that follow them, up to the next day. Raises NotHours.

    Times without a day hold every day; a day without times is free from 8 to 21.
    """
    words = plain(text)
    if words in NOT_SAID:
        return ()
    if words in ANY:
        return tuple(Span(day, *_minutes(WHOLE_DAY)) for day in DAYS)
    return tuple(
        dict.fromkeys(
            span
            for part in re.split(r"[;\n]", text)
            for days, hours in _groups(list(_tokens(part)))
            for day in days or DAYS
            for span in _spans_of_day(day, hours)
        )
    )


def _groups(tokens: list[tuple[str, list[Any]]]) -> Iterator[tuple[list[str], list[Hours]]]:
    """Days and the times that hold them; whichever kind comes first opens each group."""
    if not tokens:
        return
    opening = tokens[0][0]
    group: dict[str, list[Any]] = {"days": [], "hours": []}
    is_closing = False
    for kind, values in tokens:
        if kind == opening and is_closing:
            yield group["days"], group["hours"]
            group = {"days": [], "hours": []}
        is_closing = kind != opening
        group[kind] += values
    yield group["days"], group["hours"]


def _spans_of_day(day: str, hours: list[Hours]) -> Iterator[Span]:
    for start, end in hours or [_minutes(WHOLE_DAY)]:
        yield Span(day, start, end)


def _tokens(text: str) -> Iterator[tuple[str, list[Any]]]:
    at = 0
    while at < len(text):
        filler = _FILLER.match(text, at)
        if filler:
            at = filler.end()
            continue
        for pattern, kind, read in _READERS:
            match = pattern.match(text, at)
            if match:
                yield kind, read(match)
                at = match.end()
                break
        else:
            raise NotHours(
                _("“%(text)s” is not understood; write for example Mon 18:00-20:00; Sat morning.")
                % {"text": text[at : at + 40]}
            )


def _days_from_to(match: re.Match[str]) -> list[str]:
    first, last = (DAYS.index(_DAY_OF[match[group].lower()]) for group in (1, 2))
    length = (last - first) % len(DAYS) + 1
    return [DAYS[(first + step) % len(DAYS)] for step in range(length)]


def _range(match: re.Match[str]) -> list[Hours]:
    end = _clock(match[4], match[5], match[6])
    start = _clock(match[1], match[2], match[3] or _half_of(match, end))
    if start == end:
        raise NotHours(_("“%(text)s” begins and ends at the same time.") % {"text": match[0]})
    if end < start <= NOON * MINUTES and not (match[3] or match[6]):
        text = _("“%(text)s” can be day or night; write for example 9am-5pm or 9:00-17:00.")
        raise NotHours(text % {"text": match[0]})
    return [(start, end)]


def _half_of(match: re.Match[str], end: int) -> str | None:
    """In “6-8pm” the 6 is in the same half of the day; in “11-1pm” it is not."""
    if not match[6]:
        return None
    same_half = _clock(match[1], match[2], match[6])
    return match[6] if same_half < end else ("am" if match[6].lower().startswith("p") else "pm")


def _clock(hour: str, minute: str | None, half: str | None) -> int:
    hours, minutes = int(hour), int(minute or 0)
    if half and 1 <= hours <= NOON:
        hours = hours % NOON + (NOON if half.lower().startswith("p") else 0)
    if hours > 2 * NOON or minutes >= MINUTES or (hours == 2 * NOON and minutes):
        raise NotHours(
            _("There is no %(hour)s:%(minute)02d o’clock.") % {"hour": hour, "minute": minutes}
        )
    return hours * MINUTES + minutes


def _minutes(hours: Hours) -> Hours:
    return hours[0] * MINUTES, hours[1] * MINUTES


def _after(match: re.Match[str]) -> list[Hours]:
    start = _clock(match[1], match[2], match[3])
    return [(start, max(22 * MINUTES, start + MINUTES))]


def _before(match: re.Match[str]) -> list[Hours]:
    end = _clock(match[1], match[2], match[3])
    return [(min(7 * MINUTES, max(0, end - MINUTES)), end)]


_READERS = (
    (_RANGE, "hours", _range),
    (_AFTER, "hours", _after),
    (_BEFORE, "hours", _before),
    (_GROUP, "days", lambda match: list(GROUPS[match[1].lower()])),
    (_DAYS_FROM_TO, "days", _days_from_to),
    (_ONE_DAY, "days", lambda match: [_DAY_OF[match[1].lower()]]),
    (_PART, "hours", lambda match: [_minutes(PARTS[match[1].lower()])]),
)
