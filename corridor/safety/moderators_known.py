"""Who moderates, as this process remembers it: every page asks whether it shows the queue.

What matters is asked of the database (`policies`); this decides about a line in the navigation.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from corridor.safety.models import Moderator

LASTS = timedelta(minutes=1)
"""Other processes learn of an appointment after so long."""
LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass
class _Known:
    ids: frozenset[int] = field(default_factory=frozenset)
    read_at: datetime = LONG_AGO


_known = _Known()


def is_known(profile_id: int, *, now: datetime) -> bool:
    if not _known.read_at <= now < _known.read_at + LASTS:
        _known.ids = frozenset(Moderator.objects.order_by().values_list("profile", flat=True))
        _known.read_at = now
    return profile_id in _known.ids


def forget() -> None:
    """Somebody was appointed, or moderates no longer."""
    _known.read_at = LONG_AGO


def suppose_nobody(*, now: datetime) -> None:
    """What a test begins with."""
    _known.ids, _known.read_at = frozenset(), now
