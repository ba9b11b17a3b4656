"""Numbers that grow with time, as apps expect them of posts: milliseconds, then chance.

Mastodon's way (`Mastodon::Snowflake`): 48 bits of milliseconds since 1970 above 16 bits that
tell apart what happened in the same one. Apps page by time with them, so they must compare as
moments do.
"""

import secrets
from collections import OrderedDict
from datetime import UTC, datetime
from threading import Lock

BITS = 16
BITS_OF_CHANCE = 12
"""Of the sixteen: the rest lets one process count on from there within a millisecond."""

MOMENTS = 4096
"""Whose last number a process knows: whoever brings old posts comes back to the same second."""

_lock = Lock()
_last: OrderedDict[int, int] = OrderedDict()


def new_id(at: datetime) -> int:
    """Of two made in one process for the same moment, the second is larger."""
    first = first_id(at)
    with _lock:
        last = _last.pop(first, None)
        made = first | secrets.randbits(BITS_OF_CHANCE) if last is None else last + 1
        _last[first] = made
        if len(_last) > MOMENTS:
            _last.popitem(last=False)
        return made


def first_id(at: datetime) -> int:
    """The smallest number of that millisecond: `id__gte=first_id(midnight)` is since midnight."""
    return int(at.timestamp() * 1000) << BITS


def moment(number: int) -> datetime:
    return datetime.fromtimestamp((number >> BITS) / 1000, tz=UTC)
