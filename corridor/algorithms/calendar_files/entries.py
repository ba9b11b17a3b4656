"""A meeting as it stands in a calendar; apart from `writing`, which loads megabytes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Standing(StrEnum):
    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, kw_only=True)
class Person:
    name: str
    address: str
    """A mailbox."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    uid: str
    sequence: int
    """Goes up with each change, so that programs know which is the latest."""
    standing: Standing
    starts_at: datetime
    minutes: int
    title: str
    words: str
    place: str
    url: str
    """The page of the meeting."""
    changed_at: datetime
