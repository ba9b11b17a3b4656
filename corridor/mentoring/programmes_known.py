"""Programmes in which somebody takes part, as the context above knows them.

Mentoring cannot ask it by name: imports point down. So it is told here, once, at the start.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

Asked = Callable[[int], Mapping[str, str]]
Counting = Callable[[str, datetime], bool]
Staying = Callable[[int, str], bool]
_asked: list[Asked] = []
_counting: list[Counting] = []
_staying: list[Staying] = []


def connect(asked: Asked, counting: Counting, staying: Staying) -> None:
    _asked[:] = [asked]
    _counting[:] = [counting]
    _staying[:] = [staying]


def programmes_of(profile_id: int) -> Mapping[str, str]:
    """Address -> name of each programme in whose present round she is in, as mentee or mentor."""
    found: dict[str, str] = {}
    for ask in _asked:
        found |= ask(profile_id)
    return found


def stays_in(profile_id: int, programme_address: str) -> bool:
    """She takes part in it, or did until its last round was over, and the next has not begun."""
    return any(stays(profile_id, programme_address) for stays in _staying)


def counts_absences(programme_address: str, *, at: datetime) -> bool:
    """Something follows there for who did not come to a meeting at that time."""
    return bool(programme_address) and any(counts(programme_address, at) for counts in _counting)
