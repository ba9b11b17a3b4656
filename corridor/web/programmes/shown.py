"""What the templates of the review board are given: people, matches and swaps in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from corridor.algorithms.matching.looks import GRAVITY
from corridor.algorithms.matching.outcome import Match, WhatIf
from corridor.programmes.documents import from_document
from corridor.programmes.wording import points, role_name, sentences
from corridor.web.programmes import phrases

if TYPE_CHECKING:
    from corridor.programmes.models import Override, Proposal
    from corridor.web.programmes.board import Board

ROW_LETTERS = 80
"""Reasons in a row of the list stop before it grows taller than its two names."""

Shape = TypeVar("Shape")


class Shown(NamedTuple):
    """What the address asks to see."""

    proposal: str
    mentee: str
    """Of an application: its proposal has another number after every run."""
    text: str
    group: str
    page: str = ""
    whole: str = ""
    """The list that is asked for whole: who was "left", or "loads"."""


class Party(NamedTuple):
    name: str
    words: str
    """Stage, and what else tells her apart."""


class Chip(NamedTuple):
    text: str
    icon: str


class Together(NamedTuple):
    """Approved in one act."""

    at: datetime
    matches: int


class PartShown(NamedTuple):
    name: str
    share: int
    """0 to 100."""
    weight: int


@dataclass(frozen=True, kw_only=True)
class Row:
    """Worked out as far as a page shows it: a run may propose ten thousand matches."""

    proposal: "Proposal"
    said: Mapping[str, Any]
    """The match as the run recorded it."""
    board: "Board"

    @property
    def is_approved(self) -> bool:
        return hasattr(self.proposal, "approval")

    @cached_property
    def match(self) -> Match:
        return from_document(Match, self.said)

    @cached_property
    def mentee(self) -> Party:
        return self.board.party(self.proposal.mentee.profile.handle)

    @cached_property
    def mentor(self) -> Party:
        return self.board.mentor_of(self)

    @cached_property
    def chips(self) -> tuple[Chip, ...]:
        return self.board.chips_of(self)

    @property
    def fit(self) -> str:
        return points(self.match.fit)

    @property
    def choice(self) -> str:
        return phrases.choice(self.match)

    @property
    def role(self) -> str:
        """Empty for a mentor: that is what nearly everybody asks for."""
        return "" if self.match.role == "mentor" else role_name(self.match.role)

    @property
    def why(self) -> str:
        first, *others = sentences(self.match.compatibility.reasons[:2]) or [""]
        return " ".join([first, *(other for other in others if len(first + other) < ROW_LETTERS)])

    @property
    def gravity(self) -> int:
        """0 is the gravest; only for a match that needs a look."""
        return GRAVITY.index(self.gravest)

    @property
    def gravest(self) -> str:
        """What stands out most, as a code."""
        code: str = self.said["looks"][0]["code"]
        return code

    @property
    def marks(self) -> list[Chip]:
        """What a person or the round before had to do with it."""
        marks = []
        if self.match.is_pinned:
            marks.append(Chip(_("Chosen by a director"), "pin"))
        if self.match.is_kept:
            marks.append(Chip(_("Kept from the round before"), "handshake"))
        return marks


class Group(NamedTuple):
    key: str
    title: str
    rows: Sequence[Row]
    total: int
    last: int
    """The number of the last row shown."""
    rest: Mapping[str, str]
    """How an address asks for those after it."""
    before: Mapping[str, str] = {}
    """How it asks for those before it; empty on a first page."""

    @property
    def hidden(self) -> int:
        return max(0, self.total - self.last)

    @property
    def more(self) -> str:
        return urlencode(self.rest)

    @property
    def back(self) -> str:
        return urlencode(self.before)

    @property
    def with_following(self) -> list[tuple[Row, int | None]]:
        """Each row and the proposal after it, where the director goes on."""
        following = [row.proposal.pk for row in self.rows[1:]]
        return list(zip(self.rows, [*following, None], strict=False))


class Part(NamedTuple, Generic[Shape]):
    """The beginning of a list that may be long."""

    rows: Sequence[Shape]
    total: int

    @property
    def hidden(self) -> int:
        return self.total - len(self.rows)


class Swap(NamedTuple):
    """Another mentor for the selected mentee, with what it changes."""

    handle: str
    name: str
    fit: str
    choice: str
    moves: tuple[str, ...]
    loss: str


class Selected(NamedTuple):
    row: Row
    is_held: bool
    """A director decided this match: every run keeps it."""
    parts: tuple[PartShown, ...]
    reasons: tuple[str, ...]
    looks: tuple[str, ...]
    swaps: tuple[Swap, ...]
    notes: Sequence["Override"]


class Since(NamedTuple):
    """Decided after the run that is shown."""

    entry: "Override"
    way_back: str
    """Name of an address; empty where there is nothing to undo."""


class Left(NamedTuple):
    """Somebody whom the run gave nobody."""

    party: Party
    application: int
    asked: str
    """The role as addresses name it."""
    role: str
    reasons: tuple[str, ...]
    nearest: tuple[Swap, ...]


class LoadShown(NamedTuple):
    name: str
    carried: int
    given: int
    capacity: int
    by_experience: int
    unused: tuple[str, ...]

    @property
    def load(self) -> int:
        return self.carried + self.given

    @property
    def places(self) -> list[str]:
        """What each place holds, for the picture."""
        free = max(0, self.capacity - self.carried - self.given)
        return ["carried"] * self.carried + ["given"] * self.given + ["free"] * free


class WhatIfShown(NamedTuple):
    name: str
    was: int
    value: int
    outcome: WhatIf

    @property
    def fit(self) -> str:
        return points(self.outcome.mean_fit)
