"""From a solved run to the matches, refusals and loads that people read."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from corridor.algorithms.matching.compatibility import compare
from corridor.algorithms.matching.explanations import Explainer
from corridor.algorithms.matching.looks import with_looks
from corridor.algorithms.matching.options import Pair
from corridor.algorithms.matching.outcome import Alternative, Load, Match, Unmatched
from corridor.algorithms.matching.people import Role
from corridor.algorithms.matching.run_solve import Solved
from corridor.algorithms.matching.run_standings import losses, standings
from corridor.algorithms.matching.shares import place_of
from corridor.algorithms.matching.what_if import Session

ASKED_OF_PLAIN = 1_000
ASKED_OF_OTHERS = 20
"""Requests for which it is worked out what it would take to serve them."""
PAIRS_OF_OTHERS = 50_000
"""Pairs up to which a market that is not plain is solved again for each of these."""
PAIRS_OF_LIMITS = 2_000
"""The same where mentors have limits of their own."""

Nearest = Mapping[int, tuple[Alternative, ...]]
"""Row -> what it would take to serve it."""


def matches_of(solved: Solved, *, places: Mapping[int, int] | None = None) -> tuple[Match, ...]:
    """By mentee and role. Places (of rows) go first to whom a mentor keeps, then by fit."""
    served = np.flatnonzero(solved.pair >= 0).tolist()
    places = _places(solved, served) if places is None else places
    matches = list(_with_standings(solved, [_match(solved, row, places[row]) for row in served]))
    matches.sort(key=lambda match: (match.mentee, match.role, match.mentor))
    mentees = {mentee.id: mentee for mentee in solved.people.mentees}
    return with_looks(matches, mentees, _best_fits(solved, served))


def nearest_of(solved: Solved, session: Session) -> Nearest:
    """Exact alternatives of those left without, the longest waiting first, while they last."""
    left = ASKED_OF_PLAIN if solved.market.is_plain else ASKED_OF_OTHERS
    most = PAIRS_OF_LIMITS if solved.market.limits else PAIRS_OF_OTHERS
    if not solved.market.is_plain and len(solved.market.mentor) > most:
        left = 0
    rows = np.flatnonzero((solved.pair < 0) & (np.diff(solved.market.start) > 0)).tolist()
    rows.sort(key=lambda row: -int(solved.priced.tier[row]))
    return {row: session.alternatives_of(row) for row in rows[:left]}


def unmatched_of(solved: Solved, nearest: Nearest, explainer: Explainer) -> tuple[Unmatched, ...]:
    left = [
        Unmatched(
            mentee=solved.mentee(row).id,
            role=solved.role(row),
            reasons=explainer.why_unmatched(row, nearest.get(row, ())),
            nearest=nearest.get(row, ()),
        )
        for row in np.flatnonzero(solved.pair < 0).tolist()
    ]
    return tuple(sorted(left, key=lambda one: (one.mentee, one.role)))


def loads_of(solved: Solved, matches: Sequence[Match], explainer: Explainer) -> tuple[Load, ...]:
    asked = Counter(match.mentor for match in matches if match.by_experience)
    loads = [
        Load(
            mentor=mentor.id,
            capacity=mentor.capacity,
            carried=mentor.carries,
            given=int(solved.load[column]),
            by_experience=asked[mentor.id],
            unused=explainer.why_unused(column)
            if solved.people.places[column] and not solved.load[column]
            else (),
        )
        for column, mentor in enumerate(solved.people.mentors)
    ]
    return tuple(sorted(loads, key=lambda load: load.mentor))


def _match(solved: Solved, row: int, place: int) -> Match:
    column = int(solved.given[row])
    mentee, mentor, role = solved.mentee(row), solved.mentor(column), solved.role(row)
    options = solved.people.options
    compatibility = compare(mentee, mentor, options)
    pair = Pair(mentee=mentee.id, mentor=mentor.id, role=role)
    return Match(
        mentee=mentee.id,
        mentor=mentor.id,
        role=role,
        fit=compatibility.fit,
        compatibility=compatibility,
        mentee_choice=place_of(mentee, mentor),
        mentor_choice=place_of(mentor, mentee),
        place=place,
        capacity=mentor.capacity,
        is_kept=pair in options.existing,
        is_pinned=pair in options.pins,
        by_experience=bool(mentee.shares & mentor.experience),
        contest=solved.contest(column),
    )


def _with_standings(solved: Solved, matches: Sequence[Match]) -> Iterator[Match]:
    """``matches`` are in the order of rows. Only prices that prove something tell of the next."""
    own = standings(solved)
    served = np.flatnonzero(solved.pair >= 0)
    is_priced = solved.market.is_plain and solved.people.options.circles is None
    following = np.where(is_priced, own.next[served], -1).tolist()
    lost = losses(solved, own)[served].tolist()
    ranks, regrets = own.rank[served].tolist(), own.regret[served].tolist()
    for at, match in enumerate(matches):
        column = following[at]
        yield replace(
            match,
            own_rank=ranks[at],
            regret=regrets[at],
            next_mentor=solved.mentor(column).id if column >= 0 else None,
            next_loss=lost[at] if column >= 0 else 0,
        )


def _places(solved: Solved, served: Sequence[int]) -> dict[int, int]:
    """Which place of the mentor each request fills, from 1, after those she carries."""
    fits, existing = solved.fits, solved.priced.existing
    order = sorted(
        served,
        key=lambda row: (not existing[solved.pair[row]], -fits[row], solved.mentee(row).id),
    )
    filled = [mentor.carries for mentor in solved.people.mentors]
    places = {}
    for row in order:
        column = int(solved.given[row])
        filled[column] += 1
        places[row] = filled[column]
    return places


def _best_fits(solved: Solved, served: Sequence[int]) -> dict[tuple[str, Role], int]:
    start = solved.market.start
    filled = np.flatnonzero(np.diff(start))
    best = np.zeros(solved.market.rows, dtype=np.int64)
    best[filled] = np.maximum.reduceat(solved.priced.fit, start[filled])
    return {(solved.mentee(row).id, solved.role(row)): int(best[row]) for row in served}
