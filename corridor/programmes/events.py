"""What happened in a programme."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class RoundPublished:
    """Its matches are proposed to both sides; each is told by `MatchProposed`."""

    round_id: int


@dataclass(frozen=True, kw_only=True)
class MatchProposed:
    match_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MatchAccepted:
    match_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MatchDeclined:
    """The mentor said not now, had no place left, or the mentee said no."""

    match_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MatchLapsed:
    """Nobody answered in time."""

    match_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MatchTalked:
    """The mentor asked something, or the mentee answered."""

    match_id: int
    at: datetime
    by_id: int
    to_id: int


@dataclass(frozen=True, kw_only=True)
class NextBestFound:
    """It waits for a director."""

    application_id: int
    """Of the mentee who needs somebody."""
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MatchingAsked:
    """A run for a worker to make."""

    job_id: int


@dataclass(frozen=True, kw_only=True)
class ApplicationSent:
    """She is in, or waits for admission."""

    application_id: int


@dataclass(frozen=True, kw_only=True)
class ApplicationAnswered:
    """The team admitted or declined it, or a place came free."""

    application_id: int
    profile_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class TeamAsked:
    """Somebody was asked into the team of a programme, or to take one over."""

    profile_id: int
    by_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ApplicationWithdrawn:
    """Whoever was to be matched with her waits for nothing any more."""

    application_id: int


@dataclass(frozen=True, kw_only=True)
class InterestNoted:
    """Somebody said under a hashtag what a programme is for, and has been told of it."""

    interest_id: int
    profile_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class TeamAnswered:
    """She said yes or no; None where the question was taken back."""

    profile_id: int
    by_id: int
    accepts: bool | None
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ActedFor:
    """Somebody of a team did something for a member who had asked for it."""

    profile_id: int
    by_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class CountingChanged:
    """What a programme counts, how often or how long, is another by now."""

    programme_id: int


@dataclass(frozen=True, kw_only=True)
class BreakEnded:
    """Somebody can be matched again."""

    profile_id: int
    began_at: datetime
    at: datetime
