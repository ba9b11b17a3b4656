"""What others may want to know of relationships: that, who and when, and never why."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class RelationshipOpened:
    """The two work together from now on, or in one more role."""

    relationship_id: int
    mentor_id: int
    mentee_id: int
    role: str
    is_new: bool
    """False where they worked together already, in another role."""
    at: datetime


@dataclass(frozen=True, kw_only=True)
class RelationshipPaused:
    relationship_id: int
    by_id: int
    other_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class RelationshipResumed:
    """After a pause, or because an end was taken back."""

    relationship_id: int
    by_id: int
    other_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class RelationshipEnded:
    """No reason is in it: reasons are private."""

    relationship_id: int
    by_id: int
    other_id: int
    at: datetime
