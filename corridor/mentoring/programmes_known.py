"""Programmes in which somebody takes part, as the context above knows them.

Mentoring cannot ask it by name: imports point down. So it is told here, once, at the start.
"""

from collections.abc import Callable, Mapping

Asked = Callable[[int], Mapping[str, str]]
_asked: list[Asked] = []


def connect(asked: Asked) -> None:
    _asked[:] = [asked]


def programmes_of(profile_id: int) -> Mapping[str, str]:
    """Address -> name of each programme in whose present round she is in, as mentee or mentor."""
    found: dict[str, str] = {}
    for ask in _asked:
        found |= ask(profile_id)
    return found
