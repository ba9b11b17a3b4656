"""What a director says of scored pairs beside the scores: pins, forbids, earlier matches."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from numpy.typing import NDArray

from corridor.algorithms.matching.options import Barrier, Pair
from corridor.algorithms.matching.people import Role
from corridor.programmes.intake.directory import Sides
from corridor.programmes.intake.fields import Field
from corridor.programmes.intake.relations import (
    Line,
    named_pairs,
    read_existing,
    read_forbids,
    read_waiting,
)
from corridor.programmes.intake.rounds import RoundFiles
from corridor.programmes.intake.scored_pairs import ScoredPairs
from corridor.programmes.intake.sources import Source
from corridor.programmes.intake.tables import Reading

Couple = tuple[str, str]
"""Ids of a mentee and a mentor."""


@dataclass(frozen=True, kw_only=True)
class RuleFiles(RoundFiles):
    """Files given beside the scored pairs, and the limits that pins have to keep."""

    places_per_mentor: int | None = None
    places: int | None = None


@dataclass(frozen=True, kw_only=True)
class ScoredRules:
    forbids: Mapping[Couple, Barrier] = field(default_factory=dict)
    pins: frozenset[Couple] = frozenset()
    existing: frozenset[Couple] = frozenset()
    waited: Mapping[str, int] = field(default_factory=dict)


def read_scored_rules(files: RuleFiles, pairs: ScoredPairs, reading: Reading) -> ScoredRules:
    """Raises InputRejected with every error of these files."""
    if files.is_empty:
        return ScoredRules()
    sides = Sides.of_ids(pairs.mentees, pairs.mentors)
    forbids = read_forbids(files.forbids, sides, reading) if files.forbids else {}
    existing = read_existing(files.existing, sides, reading) if files.existing else frozenset()
    waited = read_waiting(files.waiting, sides, reading) if files.waiting else {}
    pins = list(_read_pins(files.pins, sides, reading)) if files.pins else []
    if pins:
        _Pins(files, pairs, reading).check(pins, forbids)
    reading.notes.refuse_problems()
    return ScoredRules(
        forbids=forbids,
        pins=frozenset(couple for _line, couple in pins),
        existing=frozenset((pair.mentee, pair.mentor) for pair in existing),
        waited=waited,
    )


def _read_pins(source: Source, sides: Sides, reading: Reading) -> Iterator[tuple[Line, Couple]]:
    for line, pair in named_pairs(source, sides, reading):
        if pair.role is Role.MENTOR:
            yield line, _couple(pair)
        else:
            line.problem(_("Scored pairs have the role of mentor only."), Field.ROLE)


def _couple(pair: Pair) -> Couple:
    return pair.mentee, pair.mentor


class _Pins:
    """What no choice could keep is said before anything is solved."""

    def __init__(self, files: RuleFiles, pairs: ScoredPairs, reading: Reading) -> None:
        self._files = files
        self._reading = reading
        self._scored = couples_of(pairs)
        self._places: dict[str, int] = dict(
            zip(pairs.mentors, pairs.capacity.tolist(), strict=True)
        )

    def check(self, pins: list[tuple[Line, Couple]], forbids: Mapping[Couple, Barrier]) -> None:
        mentor_of: dict[str, str] = {}
        given = Counter[str]()
        for line, (mentee, mentor) in pins:
            names = {"mentee": mentee, "mentor": mentor}
            other = mentor_of.setdefault(mentee, mentor)
            if other != mentor:
                text = _("“%(mentee)s” is pinned to “%(other)s” already: scored pairs give one.")
                line.problem(text % {**names, "other": other}, Field.MENTOR)
                continue
            given[mentor] += 1
            if (mentee, mentor) in forbids:
                text = _("“%(mentee)s” with “%(mentor)s” is forbidden as well: take one back.")
                line.problem(text % names, Field.MENTOR)
            if (mentee, mentor) not in self._scored:
                text = _("“%(mentee)s” with “%(mentor)s” is no scored pair: give it a fit.")
                line.problem(text % names, Field.MENTOR)
            places = self._of(mentor)
            if given[mentor] == places + 1:
                line.problem(_more_pins(mentor, places), Field.MENTOR)
        self._refuse_more_than_all(len(mentor_of))

    def _of(self, mentor: str) -> int:
        limit = self._files.places_per_mentor
        places = self._places[mentor]
        return places if limit is None else min(places, limit)

    def _refuse_more_than_all(self, pins: int) -> None:
        places = self._files.places
        if places is not None and self._files.pins and pins > places:
            text = _("There are more pins (%(pins)d) than places in all (%(places)d).")
            values = {"pins": pins, "places": places}
            self._reading.notes.problem(self._files.pins.name, text % values)


def _more_pins(mentor: str, places: int) -> str:
    return ngettext(
        "“%(mentor)s” has %(n)d place, and more pins than that.",
        "“%(mentor)s” has %(n)d places, and more pins than that.",
        places,
    ) % {"mentor": mentor, "n": places}


def couples_of(pairs: ScoredPairs) -> frozenset[Couple]:
    return frozenset(
        (pairs.mentees[row], pairs.mentors[column])
        for row, column in zip(pairs.mentee_of.tolist(), pairs.mentor_of.tolist(), strict=True)
    )


def flags_of(pairs: ScoredPairs, couples: frozenset[Couple]) -> NDArray[np.bool_]:
    """(pairs,) which of the scored pairs, in the order of the file, are among these."""
    if not couples:
        return np.zeros(len(pairs.fit), dtype=np.bool_)
    row_of = {one: at for at, one in enumerate(pairs.mentees)}
    column_of = {one: at for at, one in enumerate(pairs.mentors)}
    wanted = [row_of[mentee] * len(column_of) + column_of[mentor] for mentee, mentor in couples]
    keys = pairs.mentee_of.astype(np.int64) * len(column_of) + pairs.mentor_of
    return np.isin(keys, np.array(wanted, dtype=np.int64))
