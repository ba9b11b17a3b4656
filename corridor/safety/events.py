"""What others may want to know of flags and decisions."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class FlagAnswered:
    """Somebody's flag was looked at."""

    profile_id: int
    is_acted_on: bool
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Decided:
    """Moderators decided something about somebody, or about a post of hers."""

    profile_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class HeldAnswered:
    """Somebody looked at what lay apart for her, or a helper did."""

    profile_id: int
    by_id: int
    """Who had said it."""
    post_id: int
    is_let_through: bool
    actor_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ReadingAsked:
    """Something waits for one of these to read it."""

    reader_ids: tuple[int, ...]
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ReadingAnswered:
    """Something came of what somebody wanted read before she posts it."""

    profile_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class AttentionNoticed:
    """Unusually many strangers turn to somebody; nothing says that they mean harm."""

    profile_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ShieldOffered:
    """They do more than that: she is offered a shield, and helpers she named hear of it."""

    profile_id: int
    at: datetime
