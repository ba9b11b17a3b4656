"""Who would rather have each other, and what the matches would be if nobody could.

The stable alternative is deferred acceptance, mentees asking (Gale & Shapley 1962,
doi 10.1080/00029890.1962.11989827), with ties broken by the lottery and a mentor keeping the
best of those who asked within her places and limits. It serves a report: the run itself
seeks coverage and total fit, and says how far from stable that is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np

from corridor.algorithms.matching.lottery import Keys
from corridor.algorithms.matching.market import Ints, Limit, Longs
from corridor.algorithms.matching.stability_kernel import propose

NOTICEABLE = 1_000
"""Points both must gain before a blocking pair is worth a thought."""

EXAMPLES = 20

SMALL = 20_000
"""Pairs up to which the loop runs as it stands, before compiled code is loaded."""

AT_ONCE = 1 << 20
"""Pairs looked at together, which bounds the memory."""


@dataclass(frozen=True, kw_only=True)
class Preferences:
    """What each side thinks of the other, for the same pairs as a market."""

    start: Longs
    mentor: Ints
    mentee_score: Longs | Ints
    """(pairs,) 0 or more; higher is better."""
    mentor_score: Longs | Ints
    capacity: Longs
    """(columns,) places free."""
    mentee: Ints | None = None
    """(rows,) the mentee behind each request; None means that every row is another."""
    limits: Sequence[Limit] = ()
    """Those of one mentor; a limit on the whole programme is none of hers."""

    @property
    def rows(self) -> int:
        return len(self.start) - 1

    @property
    def own_limits(self) -> tuple[Limit, ...]:
        return tuple(limit for limit in self.limits if limit.mentor >= 0)


@dataclass(frozen=True, kw_only=True)
class Blocking:
    """Pairs who both gain by leaving their matches for each other, greatest gain first."""

    pair: Longs
    """Positions in ``Preferences.mentor``."""
    row: Longs
    mentee_gain: Longs
    mentor_gain: Longs

    def __len__(self) -> int:
        return len(self.pair)

    @property
    def noticeable(self) -> int:
        both = np.minimum(self.mentee_gain, self.mentor_gain)
        return int(np.count_nonzero(both > NOTICEABLE))


def stable_assignment(preferences: Preferences, *, row_keys: Keys, column_keys: Keys) -> Ints:
    """The column of each row, or -1; no pair blocks it.

    Rows of one mentee must carry the same key and be liked alike by each mentor. Where limits
    of a mentor cross each other, she may turn somebody away whom she could have kept.
    """
    rows = preferences.rows
    slot_start = np.concatenate(([0], np.cumsum(preferences.capacity))).astype(np.int64)
    twins = np.zeros(0, np.int32) if preferences.mentee is None else preferences.mentee
    people = (preferences.start, twins, _signed(row_keys), _signed(column_keys), slot_start)
    pairs = (preferences.mentor, preferences.mentee_score, preferences.mentor_score)
    state = (
        np.full(rows, -1, dtype=np.int64),
        np.full(rows, -1, dtype=np.int64),
        np.zeros(slot_start[-1], dtype=np.int64),
        np.zeros(slot_start[-1], dtype=np.int64),
        np.zeros(len(preferences.capacity), dtype=np.int64),
        np.zeros(len(preferences.capacity), dtype=np.int64),
        np.zeros(rows, dtype=np.int64),
    )
    limits = _limits_by_pair(preferences)
    if len(preferences.mentor) <= SMALL:
        state = _lists(state)
        propose(_lists(people), _lists(pairs), _lists(limits), state)
    else:
        _compiled()(people, pairs, limits, state)

    held = np.asarray(state[0], dtype=np.int64)
    return _of_held(held, preferences.mentor, otherwise=-1).astype(np.int32)


def blocking_pairs(preferences: Preferences, given: Ints, *, is_full: bool = False) -> Blocking:
    """Who blocks ``given`` (the column of each row, or -1).

    Nobody and nothing are worth 0 points. ``is_full`` says that the programme has no place
    left: who has nobody can then only take the place of another mentee of that mentor.
    """
    held = _held_pairs(preferences, given)
    least = _least_held(preferences, given, held)
    extra = _least_in_limits(preferences, held)
    has = _of_held(held, preferences.mentee_score, otherwise=0)
    if is_full:
        load = np.bincount(given[given >= 0], minlength=len(preferences.capacity))
        least_if_full = _least_held(preferences, given, held, places=load)
    found = []
    for first, last in _blocks(preferences.start):
        pairs = np.arange(preferences.start[first], preferences.start[last])
        sizes = np.diff(preferences.start[first : last + 1])
        row = np.repeat(np.arange(first, last), sizes)
        column = preferences.mentor[pairs]
        mentee_gain = preferences.mentee_score[pairs] - has[row]
        needed = least[column]
        if is_full:
            needed = np.where(held[row] < 0, least_if_full[column], needed)
        if len(extra):
            needed = np.maximum(needed, extra[pairs])
        mentor_gain = preferences.mentor_score[pairs] - needed
        blocks = (mentee_gain > 0) & (mentor_gain > 0)
        found.append((pairs[blocks], row[blocks], mentee_gain[blocks], mentor_gain[blocks]))
    return _sorted(_once_each(preferences, given, found))


def _signed(keys: Keys) -> Longs:
    """The keys without their top bits, so that they compare alike in any language."""
    return (keys >> np.uint64(2)).astype(np.int64)


def _lists(arrays: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(array.tolist() for array in arrays)


@cache
def _compiled() -> Callable[..., None]:
    from corridor.algorithms.matching.jit import njit  # noqa: PLC0415 - loads numba

    return njit(propose)


def _limits_by_pair(preferences: Preferences) -> tuple[Longs, Longs, Longs]:
    limits = preferences.own_limits
    if not limits:
        nothing = np.zeros(0, dtype=np.int64)
        return nothing, nothing, nothing
    pair = np.concatenate([limit.pairs for limit in limits])
    number = np.repeat(np.arange(len(limits)), [len(limit.pairs) for limit in limits])
    order = np.argsort(pair, kind="stable")
    start = np.searchsorted(pair[order], np.arange(len(preferences.mentor) + 1))
    left = np.array([limit.places for limit in limits], dtype=np.int64)
    return start.astype(np.int64), number[order].astype(np.int64), left


def _held_pairs(preferences: Preferences, given: Ints) -> Longs:
    """The pair that each row holds, or -1."""
    held = np.full(preferences.rows, -1, dtype=np.int64)
    for first, last in _blocks(preferences.start):
        pairs = np.arange(preferences.start[first], preferences.start[last])
        row = np.repeat(np.arange(first, last), np.diff(preferences.start[first : last + 1]))
        chosen = preferences.mentor[pairs] == given[row]
        held[row[chosen]] = pairs[chosen]
    return held


def _of_held(held: Longs, values: Longs | Ints, *, otherwise: int) -> Longs:
    """(rows,) the value of the pair each row holds."""
    found = np.full(len(held), otherwise, dtype=np.int64)
    found[held >= 0] = values[held[held >= 0]]
    return found


NOT_TO_BE_HAD = np.iinfo(np.int64).max // 4


def _least_held(
    preferences: Preferences, given: Ints, held: Longs, *, places: Longs | None = None
) -> Longs:
    """What a newcomer must be worth to each mentor: nothing while there is room."""
    places = preferences.capacity if places is None else places
    load = np.bincount(given[given >= 0], minlength=len(places))
    least = np.where(load < places, 0, NOT_TO_BE_HAD)
    served = np.flatnonzero((held >= 0) & (load >= places)[given])
    np.minimum.at(least, given[served], preferences.mentor_score[held[served]])
    return least


def _least_in_limits(preferences: Preferences, held: Longs) -> Longs:
    """(pairs,) the same for the limits each pair stands under; empty if there are none."""
    limits = preferences.own_limits
    if not limits:
        return np.zeros(0, dtype=np.int64)
    is_held = np.zeros(len(preferences.mentor), dtype=np.bool_)
    is_held[held[held >= 0]] = True
    needed = np.zeros(len(preferences.mentor), dtype=np.int64)
    for limit in limits:
        inside = limit.pairs[is_held[limit.pairs]]
        if len(inside) >= limit.places:
            least = preferences.mentor_score[inside].min(initial=NOT_TO_BE_HAD)
            needed[limit.pairs] = np.maximum(needed[limit.pairs], least)
    return needed


def _blocks(start: Longs) -> list[tuple[int, int]]:
    """Rows in runs of about ``AT_ONCE`` pairs."""
    rows = len(start) - 1
    cuts = np.searchsorted(start, np.arange(0, start[-1] + AT_ONCE, AT_ONCE))
    edges = sorted({0, rows, *np.minimum(cuts, rows).tolist()})
    return list(pairwise(edges))


Found = tuple[Longs, Longs, Longs, Longs]


def _once_each(preferences: Preferences, given: Ints, found: Sequence[Found]) -> Found:
    """Without those who have each other already, and each two people once."""
    empty = np.zeros(0, dtype=np.int64)
    blocks = [*found, (empty, empty, empty, empty)]
    pair, row, mentee_gain, mentor_gain = (
        np.concatenate([block[part] for block in blocks]).astype(np.int64) for part in range(4)
    )
    if preferences.mentee is None:
        return pair, row, mentee_gain, mentor_gain
    columns = len(preferences.capacity)
    couple = preferences.mentee[row].astype(np.int64) * columns + preferences.mentor[pair]
    served = np.flatnonzero(given >= 0)
    matched = preferences.mentee[served].astype(np.int64) * columns + given[served]
    order = np.lexsort((row, -mentee_gain))
    order = order[~np.isin(couple[order], matched)]
    _, first = np.unique(couple[order], return_index=True)
    kept = order[first]
    return pair[kept], row[kept], mentee_gain[kept], mentor_gain[kept]


def _sorted(found: Found) -> Blocking:
    pair, row, mentee_gain, mentor_gain = found
    both = np.minimum(mentee_gain, mentor_gain)
    order = np.lexsort((pair, -(mentee_gain + mentor_gain), -both))
    return Blocking(
        pair=pair[order],
        row=row[order],
        mentee_gain=mentee_gain[order],
        mentor_gain=mentor_gain[order],
    )
