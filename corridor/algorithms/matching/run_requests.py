"""What everybody asks for, in an order that does not depend on the file.

A request is one mentee asking for one person in one role. People stand in the order of a hash
of the seed and their id, so that no early name and no early row has an advantage.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from corridor.algorithms.matching import lottery
from corridor.algorithms.matching.conflicts import in_order
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import Options
from corridor.algorithms.matching.people import Mentee, Mentor, Person, Role

ROLES = tuple(Role)
NOT_PINNED = -1
LEVEL_BITS, PROTECTED_BITS, PIN_BITS = 31, 46, 47
"""Where in a rank there stand: which request of hers it is, had she a mentor, is it pinned."""

Someone = TypeVar("Someone", bound=Person)


@dataclass(frozen=True, kw_only=True)
class Requests:
    """A row for each; her first request, in the order of ``ROLES``, counts before her second."""

    mentee: Ints
    role: Ints
    """Position in ``ROLES``."""
    nth: Ints
    """0 for her first request."""
    pinned: Ints
    """Column that a pin gives this request, or -1."""

    def __len__(self) -> int:
        return len(self.mentee)


def in_canonical_order(people: Sequence[Someone], seed: str) -> tuple[Someone, ...]:
    keys = lottery.keys(seed, [person.id for person in people]).tolist()
    order = sorted(range(len(people)), key=lambda at: (keys[at], people[at].id))
    return tuple(people[at] for at in order)


def requests_of(mentees: Sequence[Mentee], mentors: Sequence[Mentor], options: Options) -> Requests:
    rows = list(_rows(mentees, mentors, options))
    columns = np.array(rows, dtype=np.int32).reshape(len(rows), 4).T
    return Requests(mentee=columns[0], role=columns[1], nth=columns[2], pinned=columns[3])


def _rows(
    mentees: Sequence[Mentee], mentors: Sequence[Mentor], options: Options
) -> Iterator[tuple[int, int, int, int]]:
    pinned = _pinned_columns(mentors, options)
    for row, mentee in enumerate(mentees):
        nth = 0
        for number, role in enumerate(ROLES):
            pins = pinned.get((mentee.id, role), ())
            for ordinal in range(mentee.wishes.get(role, 0)):
                yield row, number, nth, pins[ordinal] if ordinal < len(pins) else NOT_PINNED
                nth += 1


def _pinned_columns(
    mentors: Sequence[Mentor], options: Options
) -> dict[tuple[str, Role], list[int]]:
    if not options.pins:
        return {}
    column_of = {mentor.id: column for column, mentor in enumerate(mentors)}
    pinned: dict[tuple[str, Role], list[int]] = {}
    for pin in in_order(options.pins):
        pinned.setdefault((pin.mentee, pin.role), []).append(column_of[pin.mentor])
    return pinned


def ranks_of(requests: Requests, waited: Longs, *, is_protected: Longs) -> Longs:
    """Pins, then whoever had a mentor, then first requests before second ones, longest wait first.

    (rows,) a higher one is served first. Above ``LEVEL_BITS`` are levels, and the wait below.
    """
    wait = np.minimum(waited, 2**LEVEL_BITS - 1)[requests.mentee]
    latest = 2 ** (PROTECTED_BITS - LEVEL_BITS) - 1
    late = latest - np.minimum(requests.nth.astype(np.int64), latest)
    rank: Longs = (late << LEVEL_BITS) + wait
    rank += is_protected.astype(np.int64) << PROTECTED_BITS
    rank += (requests.pinned >= 0).astype(np.int64) << PIN_BITS
    return rank


def tiers_of(rank: Longs) -> Longs:
    """The same order in numbers from 0, without gaps."""
    _, tier = np.unique(rank, return_inverse=True)
    tiers: Longs = tier.astype(np.int64).reshape(len(rank))
    return tiers
