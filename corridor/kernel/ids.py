"""Numbers that grow with time, as apps expect them of posts: milliseconds, then chance.

Mastodon's way (`Mastodon::Snowflake`): 48 bits of milliseconds since 1970 above 16 bits that
tell apart what happened in the same one. Apps page by time with them, so they must compare as
moments do.
"""

import secrets
from datetime import UTC, datetime
from threading import Lock

BITS = 16
BITS_OF_CHANCE = 12
"""Of the sixteen: the rest lets one process count on from there within a millisecond."""

_lock = Lock()
_last = 0


def new_id(at: datetime) -> int:
    """Of two made one after the other in one process for the same moment, the second is larger."""
    global _last  # noqa: PLW0603 - what a process made last is its own
    first = first_id(at)
    with _lock:
        is_same = _last >> BITS == first >> BITS
        _last = _last + 1 if is_same else first | secrets.randbits(BITS_OF_CHANCE)
        return _last


def first_id(at: datetime) -> int:
    """The smallest number of that millisecond: `id__gte=first_id(midnight)` is since midnight."""
    return int(at.timestamp() * 1000) << BITS


def moment(number: int) -> datetime:
    return datetime.fromtimestamp((number >> BITS) / 1000, tz=UTC)
