"""What others may want to know of people."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class RoomChanged:
    """Somebody said anew how much room she has, or when she is here; perhaps there is some now."""

    profile_id: int


@dataclass(frozen=True, kw_only=True)
class ProfileChanged:
    """Something that others see of somebody is not as it was."""

    profile_id: int


@dataclass(frozen=True, kw_only=True)
class PhotoShown:
    """Somebody shows another photo of herself, or none."""

    profile_id: int


@dataclass(frozen=True, kw_only=True)
class FollowAsked:
    """Somebody waits for an answer."""

    follower_id: int
    followed_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Followed:
    """From now on she sees what the other publishes."""

    follower_id: int
    followed_id: int
    was_asked: bool
    """It waited for an answer, which is this."""
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Unfollowed:
    """By either side, or by a block."""

    follower_id: int
    followed_id: int


@dataclass(frozen=True, kw_only=True)
class HomeChanged:
    """By a list that is left out of Home, somebody leaves a reader's home, or is back in it."""

    reader_id: int
    author_id: int


@dataclass(frozen=True, kw_only=True)
class LeaveAsked:
    """Somebody is gone from every page; she may come back for two weeks."""

    account_id: int
    profile_id: int
    leaves_at: datetime
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ShieldRaised:
    """From now on strangers do not reach her."""

    profile_id: int
    until: datetime | None
    """None: until she lowers it."""
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ShieldLowered:
    profile_id: int
    is_by_itself: bool
    """Its time was over."""
    at: datetime


@dataclass(frozen=True, kw_only=True)
class PeopleParted:
    """Somebody blocked somebody, or said that one judges the other: they are kept apart."""

    by_id: int
    other_id: int
    at: datetime
