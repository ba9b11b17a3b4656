"""What contexts above this one hold about people; `config/subscriptions.py` names them.

People cannot ask them by name: imports point down. So they are told here, once, at the start.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of somebody's archive: rows of named values, and what each name means in words."""

    key: str
    title: str | Promise
    rows: Sequence[Mapping[str, Any]]
    labels: Mapping[str, str | Promise]
    choices: Mapping[str, Mapping[Any, str | Promise]] = field(default_factory=dict)
    """For names whose values are codes: what each code means in words."""
    is_one: bool = False
    """There is one row, always."""


@dataclass(frozen=True, kw_only=True)
class HigherContext:
    archive: Callable[["Profile"], Sequence[Section]]
    """What it holds about somebody, for her own archive; nothing private of others."""
    holds: Mapping[str, str]
    """"app.Model.field" of each column that names a person -> key of the section that has it."""
    excuses: Mapping[str, str]
    """The same for columns whose rows are in no archive -> why."""
    works_with: Callable[["Profile"], AbstractSet[int]]
    """Ids of profiles with whom somebody was matched and told so."""
    forget: Callable[["Profile", str], None]
    """Somebody has left: remove what it can, and name her by the new handle in what it keeps."""


_contexts: dict[str, HigherContext] = {}


def connect(contexts: Mapping[str, HigherContext]) -> None:
    _contexts.update(contexts)


def connected() -> Sequence[HigherContext]:
    return [_contexts[name] for name in sorted(_contexts)]
