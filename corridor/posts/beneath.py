"""What contexts above this one put beneath posts; `config/subscriptions.py` names it.

Posts cannot ask them by name: imports point down. Whether there is anything is a column of the
query that reads the posts anyway, so a page without any asks no further question.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists


@dataclass(frozen=True, kw_only=True)
class Beneath:
    is_there: Callable[[], Exists]
    """As a condition on posts."""
    of: Callable[[Collection[int]], Mapping[int, Sequence[Any]]]
    """Number of a post -> what stands beneath it, the same for everybody who may read it."""


_connected: dict[str, Beneath] = {}


def connect(beneath: Mapping[str, Beneath]) -> None:
    _connected.update(beneath)


def marks() -> Mapping[str, Exists]:
    """Columns that say of a post whether anything is there."""
    return {f"has_{name}": one.is_there() for name, one in _connected.items()}


def beneath(posts: Mapping[int, Any]) -> Mapping[int, Mapping[str, Sequence[Any]]]:
    """Of posts that were read with `marks`: number -> name -> what is there."""
    found: dict[int, dict[str, Sequence[Any]]] = {}
    for name, one in _connected.items():
        having = [pk for pk, post in posts.items() if getattr(post, f"has_{name}")]
        for pk, several in (one.of(having) if having else {}).items():
            found.setdefault(pk, {})[name] = several
    return found
