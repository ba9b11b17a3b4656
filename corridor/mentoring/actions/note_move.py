"""What somebody did with a relationship is written down: a line for the other, a reason for her."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.mentoring.choices import MoveKind
from corridor.mentoring.models import Relationship, RelationshipMove
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_LINE = 500


class LineTooLong(Exception):
    """A line for the other, or a reason, is longer than a few sentences."""


@dataclass(frozen=True, kw_only=True)
class Said:
    line: str = ""
    """Read by both."""
    reason: str = ""
    """Read by nobody but whoever wrote it."""


NOTHING_SAID = Said()


class NoLineNow(Exception):
    """Moderators let her read only: she may go, and says nothing to the other."""


def check(said: Said, *, by: "Profile") -> None:
    """Raises NoLineNow or LineTooLong."""
    if said.line.strip() and people.reads_only(by):
        raise NoLineNow
    if max(len(said.line), len(said.reason)) > LONGEST_LINE:
        raise LineTooLong


def note_move(
    relationship: Relationship, kind: MoveKind, *, by: "Profile", said: Said, now: datetime
) -> None:
    move = RelationshipMove(relationship=relationship, kind=kind, by=by, at=now)
    move.line, move.reason = said.line.strip(), said.reason.strip()
    move.save()
