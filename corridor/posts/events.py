"""What others may want to know of posts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class PostPublished:
    """It is there for those who may read it."""

    post_id: int
    is_at_home: bool
    """In all home timelines that it belongs to; else `HomesReached` tells when."""
    is_private: bool
    """For the people named in it alone."""
    text: str
    """What it says: who reacts to words need not ask for them."""


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
    """Nothing of it is left to anybody but this number."""

    post_id: int
    author_id: int
    reader_ids: Sequence[int] | None
    """Who had it; None where it was for everybody."""


@dataclass(frozen=True, kw_only=True)
class PostBroughtBack:
    """Its author undid its deletion: it is there as it was."""

    post_id: int


@dataclass(frozen=True, kw_only=True)
class PostWithheld:
    """Moderators keep it from everybody but its author."""

    post_id: int
    author_id: int
    reader_ids: Sequence[int] | None
    """As of one that is deleted."""


@dataclass(frozen=True, kw_only=True)
class PostBoosted:
    boost_id: int
    post_id: int
    booster_id: int
    at: datetime
    is_at_home: bool
    """As of a post."""


@dataclass(frozen=True, kw_only=True)
class HomesWait:
    """Home timelines of followers are still to be written, of those who followed later."""

    entry: int
    """Id of the post or boost."""
    after: int
    """Number of the last follow whose follower has it."""


@dataclass(frozen=True, kw_only=True)
class HomesReached:
    """The last of her followers has it."""

    entry: int
    is_boost: bool


@dataclass(frozen=True, kw_only=True)
class BoostTakenBack:
    boost_id: int
    post_id: int
    booster_id: int


@dataclass(frozen=True, kw_only=True)
class KudosGiven:
    post_id: int
    profile_id: int
    at: datetime


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
class PictureReceived:
    """It waits until somebody looked for faces and writing in it."""

    attachment_id: int


@dataclass(frozen=True, kw_only=True)
class FiltersChanged:
    """Of somebody: what she saw may look otherwise now."""

    profile_id: int
