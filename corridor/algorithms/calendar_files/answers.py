"""An answer to an invitation; apart from `reading`, which loads megabytes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LARGEST = 64 * 1024
"""Bytes of a file that may hold one."""


class NotAnAnswer(Exception):
    """Too large, broken, or no answer to one invitation."""


class Answer(StrEnum):
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    TENTATIVE = "TENTATIVE"


@dataclass(frozen=True, kw_only=True)
class Answered:
    uid: str
    sequence: int
    """Which version of the invitation it answers."""
    answer: Answer
    at: datetime
