"""What contexts above this one say of what is due; `config/reminding.py` names who says it.

They are told here, once, at the start: imports point down.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from corridor.algorithms.reminders.deciding import Wanted
from corridor.algorithms.reminders.table import OF, Kind

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

    from corridor.people.letters import Letter

Row = TypeVar("Row", bound="Model")


def _nothing_to_mark(_now: datetime) -> None:
    """The list of what was sent is enough."""


@dataclass(frozen=True, kw_only=True)
class Due:
    """Somebody is to be reminded of something, as far as that thing knows."""

    kind: Kind
    to: int
    """Id of a profile."""
    about: int
    """Id of the thing: what came about it before counts, and can be switched off for it alone."""
    since: datetime
    letter: Callable[[], "Letter"]
    mark: Callable[[datetime], None] = _nothing_to_mark
    """What the thing itself writes down, in the transaction in which the mail is sent."""

    @property
    def wanted(self) -> Wanted:
        return Wanted(reminder=OF[self.kind], about=self.about, since=self.since)


class Finder(Protocol):
    """Of one kind: whatever is due now; with `about`, only of that thing.

    It leaves out whatever a stop of the table has stopped. What somebody wants, what came before
    and the hour are not its business.
    """

    def __call__(self, *, now: datetime, about: int | None = None) -> Iterable[Due]: ...


def only(rows: "QuerySet[Row]", about: int | None) -> "QuerySet[Row]":
    """All that are due, or the one that is looked at again before its mail goes."""
    return rows if about is None else rows.filter(pk=about)


_finders: dict[str, Finder] = {}


def connect(finders: Mapping[str, Finder]) -> None:
    _finders.update(finders)


def connected() -> Mapping[str, Finder]:
    return _finders
