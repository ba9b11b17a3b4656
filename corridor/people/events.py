"""What others may want to know of people."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class RoomChanged:
    """Somebody said anew how much room she has, or when she is here; perhaps there is some now."""

    profile_id: int
