"""What others may want to know of posts."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PostPublished:
    """It is there for those who may read it."""

    post_id: int


@dataclass(frozen=True, kw_only=True)
class PostHeld:
    """A reply waits for the author of what it replies to."""

    post_id: int


@dataclass(frozen=True, kw_only=True)
class PostChanged:
    """It is not shown as it was: edited, its pictures described, its poll closed."""

    post_id: int
    is_edit: bool
    """Its author said something else; those who passed it on are told."""


@dataclass(frozen=True, kw_only=True)
class PostDeleted:
    """Nothing of it is left but this number."""

    post_id: int
    author_id: int
    reader_ids: Sequence[int] | None
    """Who had it; None where it was for everybody."""


@dataclass(frozen=True, kw_only=True)
class PostBoosted:
    boost_id: int


@dataclass(frozen=True, kw_only=True)
class BoostTakenBack:
    boost_id: int
    post_id: int
    booster_id: int


@dataclass(frozen=True, kw_only=True)
class KudosGiven:
    post_id: int
    profile_id: int


@dataclass(frozen=True, kw_only=True)
class KudosTakenBack:
    post_id: int
    profile_id: int


@dataclass(frozen=True, kw_only=True)
class PollClosed:
    post_id: int


@dataclass(frozen=True, kw_only=True)
class MediaReceived:
    """Video or sound waits to be made ready."""

    attachment_id: int


@dataclass(frozen=True, kw_only=True)
class FiltersChanged:
    """Of somebody: what she saw may look otherwise now."""

    profile_id: int
