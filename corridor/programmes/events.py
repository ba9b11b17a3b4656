"""What happened in a programme."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class RoundPublished:
    """Its matches are proposed to both sides; each is told by `MatchProposed`."""

    round_id: int


@dataclass(frozen=True, kw_only=True)
class MatchProposed:
    match_id: int


@dataclass(frozen=True, kw_only=True)
class MatchAccepted:
    match_id: int


@dataclass(frozen=True, kw_only=True)
class MatchDeclined:
    """The mentor said not now, had no place left, or the mentee said no."""

    match_id: int


@dataclass(frozen=True, kw_only=True)
class MatchLapsed:
    """Nobody answered in time."""

    match_id: int


@dataclass(frozen=True, kw_only=True)
class MatchTalked:
    """The mentor asked something, or the mentee answered."""

    match_id: int
    by_id: int
    to_id: int


@dataclass(frozen=True, kw_only=True)
class NextBestFound:
    """It waits for a director."""

    match_id: int
    """The match that came to nothing."""
