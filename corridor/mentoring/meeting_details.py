"""How and where two people meet, checked before it is kept."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from corridor.mentoring.meeting_choices import Minutes, Repeat, Way
from corridor.people.choices import Kind

MOST_TIMES = 6
FURTHEST = timedelta(days=180)
LONGEST_WHERE = 500
MOST_REPEATS = 11
NUMBER = re.compile(r"\+?[\d ()./-]{3,40}")


class NoTimes(Exception):
    """At least one time is suggested, and six at most."""


class TimeOutOfReach(Exception):
    """It has passed, or lies more than half a year ahead."""


class NotAnAddress(Exception):
    """A video link begins with https:// and leads to a place on the web."""


class NotANumber(Exception):
    """It cannot be called."""


@dataclass(frozen=True, kw_only=True)
class NewMeeting:
    times: tuple[datetime, ...]
    role: Kind
    minutes: Minutes = Minutes.HALF
    way: Way = Way.VIDEO
    where: str = ""
    """May be said later."""
    repeat: Repeat = Repeat.NEVER
    repeat_times: int = 0
    """How many more follow."""


def checked_times(times: Collection[datetime], *, now: datetime) -> list[datetime]:
    """Each once, the first first. Raises NoTimes or TimeOutOfReach."""
    several = sorted(set(times))
    if not 0 < len(several) <= MOST_TIMES:
        raise NoTimes
    if several[0] <= now or several[-1] > now + FURTHEST:
        raise TimeOutOfReach
    return several


def checked_where(where: str, *, way: Way) -> str:
    """It is shown and never fetched. Raises NotAnAddress or NotANumber."""
    where = " ".join(where.split())
    if not where:
        return ""
    if way == Way.VIDEO and not _is_web_address(where):
        raise NotAnAddress
    if way == Way.PHONE and not NUMBER.fullmatch(where):
        raise NotANumber
    return where[:LONGEST_WHERE]


def _is_web_address(text: str) -> bool:
    if len(text) > LONGEST_WHERE or " " in text:
        return False
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    has_host = bool(parts.hostname) and "." in str(parts.hostname)
    return parts.scheme == "https" and has_host and parts.username is None and port != 0
