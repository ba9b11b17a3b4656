"""Everybody in the directory as columns of numbers, changed row by row as people change.

One index stands for the whole directory in one process. A hundred thousand people take some tens
of megabytes; a request reads the columns and never the people.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from heapq import nsmallest
from threading import RLock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.directory.hours import own_week
from corridor.algorithms.directory.people import ROLES, Entry
from corridor.algorithms.matching.lottery import keys
from corridor.algorithms.matching.population import WORDS_PER_WEEK
from corridor.algorithms.matching.week import reference_weeks

Rows = NDArray[np.int64]
Column = NDArray[Any]

UNSAID = -1
LOOK_AHEAD = timedelta(days=182)
"""Half a year: as long as people usually meet, and every change of the clocks is in it."""

COLUMNS = {
    "id": np.int64,
    "key": np.uint64,
    "is_there": np.bool_,
    "for_members_only": np.bool_,
    "offered": np.uint8,
    "room": np.uint8,
    "free": np.int16,
    "carries": np.int16,
    "stage": np.int16,
    "specialty": np.int32,
    "country": np.int32,
    "zone": np.int32,
    "interests": np.int16,
    "languages": np.int16,
    "says_hours": np.bool_,
    "replies_within": np.int16,
    "seen_on": np.int32,
    "away_from": np.int32,
    "away_until": np.int32,
    "verified_until": np.int64,
}


class TagKind(StrEnum):
    NEED = "need"
    INTEREST = "interest"
    LANGUAGE = "language"
    SUBSPECIALTY = "subspecialty"
    INSTITUTION = "institution"


Tag = tuple[TagKind, str]


class Index:
    """Hold ``lock`` while reading: another thread may be bringing it up to date."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.size = 0
        self.columns: dict[str, Column] = {
            name: np.zeros(0, dtype=kind) for name, kind in COLUMNS.items()
        }
        self.weeks = np.zeros((0, WORDS_PER_WEEK), dtype=np.uint64)
        self.zones: list[str] = []
        self._row_of: dict[int, int] = {}
        self._numbers: dict[str, dict[str, int]] = defaultdict(dict)
        self._holders: dict[Tag, Rows] = {}
        self._tags: list[tuple[Tag, ...]] = []
        self._known_tags: dict[Tag, Tag] = {}
        self._common: dict[tuple[TagKind, int, bool], list[str]] = {}
        """What ``common`` found, until somebody changes."""

    def put(self, entries: Iterable[Entry]) -> None:
        """New people, and people who changed."""
        gained: dict[Tag, list[int]] = defaultdict(list)
        lost: dict[Tag, list[int]] = defaultdict(list)
        with self.lock:
            for entry in entries:
                row = self._row(entry.id)
                self._write(row, entry)
                tags = tuple(self._known_tags.setdefault(tag, tag) for tag in _tags(entry))
                for tag in self._tags[row]:
                    lost[tag].append(row)
                for tag in tags:
                    gained[tag].append(row)
                self._tags[row] = tags
            self._move(gained, lost)

    def drop(self, ids: Iterable[int]) -> None:
        """Whoever is not known stays unknown."""
        lost: dict[Tag, list[int]] = defaultdict(list)
        with self.lock:
            for row in [self._row_of[one] for one in ids if one in self._row_of]:
                self.columns["is_there"][row] = False
                for tag in self._tags[row]:
                    lost[tag].append(row)
                self._tags[row] = ()
            self._move({}, lost)

    def ids(self) -> set[int]:
        there = self.column("is_there")
        return set(self.column("id")[there].tolist())

    def column(self, name: str) -> Column:
        return self.columns[name][: self.size]

    def rows_of(self, ids: Iterable[int]) -> Rows:
        rows = [self._row_of[one] for one in ids if one in self._row_of]
        return np.array(rows, dtype=np.int64)

    def holders(self, kind: TagKind, tag: str) -> Rows:
        """The rows of those who have it."""
        return self._holders.get((kind, tag), np.zeros(0, dtype=np.int64))

    def common(self, kind: TagKind, *, most: int, for_members: bool) -> list[str]:
        """What most people have, in the order of the alphabet; visitors learn no tag by it that
        only people have who show themselves to members.
        """
        known = (kind, most, for_members)
        if known not in self._common:
            held = (
                (-self._shown_among(rows, for_members=for_members), tag)
                for (other, tag), rows in self._holders.items()
                if other is kind
            )
            self._common[known] = sorted(tag for people, tag in nsmallest(most, held) if people)
        return self._common[known]

    def named(self, column: str, *, for_members: bool) -> list[str]:
        """Every word of a column that somebody has, as above."""
        shown = self.column("is_there").copy()
        if not for_members:
            shown &= ~self.column("for_members_only")
        there = set(np.unique(self.column(column)[shown]).tolist())
        return sorted(word for word, at in self._numbers[column].items() if at in there)

    def number_of(self, column: str, word: str) -> int:
        """What stands for a word in a column; a word that nobody has stands for nobody."""
        return self._numbers[column].get(word, UNSAID - 1)

    def mondays(self, today: date, zone: str) -> tuple[date, ...]:
        """The weeks of the half year to come that differ by somebody's clock."""
        return _mondays(today, frozenset({*self.zones, zone}))

    def _shown_among(self, rows: Rows, *, for_members: bool) -> int:
        hidden = 0 if for_members else np.count_nonzero(self.columns["for_members_only"][rows])
        return len(rows) - int(hidden)

    def _row(self, profile_id: int) -> int:
        row = self._row_of.setdefault(profile_id, self.size)
        if row == self.size:
            self.size += 1
            self._tags.append(())
            self._make_room()
            self.columns["id"][row] = profile_id
            self.columns["key"][row] = keys("directory", [str(profile_id)])[0]
        return row

    def _make_room(self) -> None:
        if self.size <= len(self.weeks):
            return
        longer = max(1024, 2 * len(self.weeks))
        self.weeks = _stretched(self.weeks, longer)
        self.columns = {name: _stretched(kept, longer) for name, kept in self.columns.items()}

    def _write(self, row: int, entry: Entry) -> None:
        for name, value in self._values(entry):
            self.columns[name][row] = value
        mask = own_week(entry.hours, entry.zone) if entry.hours else 0
        self.weeks[row] = np.frombuffer(mask.to_bytes(8 * WORDS_PER_WEEK, "little"), dtype="<u8")

    def _values(self, entry: Entry) -> Iterator[tuple[str, int]]:
        places = entry.offers
        yield "is_there", entry.is_listed and bool(places)
        yield "for_members_only", entry.for_members_only
        yield "offered", sum(1 << ROLES.index(role) for role in places)
        yield "room", sum(1 << ROLES.index(role) for role, one in places.items() if one.free)
        yield "free", sum(one.free for one in places.values())
        yield "carries", sum(one.carries for one in places.values())
        yield "stage", UNSAID if entry.stage is None else entry.stage
        yield "specialty", self._number("specialty", entry.specialty)
        yield "country", self._number("country", entry.country)
        yield "zone", self._zone(entry.zone)
        yield "interests", len(entry.interests)
        yield "languages", len(entry.languages)
        yield "says_hours", bool(entry.hours)
        yield "replies_within", entry.replies_within
        yield "seen_on", entry.seen_on.toordinal()
        away_from, away_until = entry.away or (date.max, date.max)
        yield "away_from", away_from.toordinal()
        yield "away_until", away_until.toordinal()
        verified_until = entry.verified_until or datetime.min.replace(tzinfo=UTC)
        yield "verified_until", whole_microseconds(verified_until)

    def _number(self, column: str, word: str) -> int:
        if not word:
            return UNSAID
        return self._numbers[column].setdefault(word, len(self._numbers[column]))

    def _zone(self, zone: str) -> int:
        number = self._numbers["zone"].setdefault(zone, len(self.zones))
        if number == len(self.zones):
            self.zones.append(zone)
        return number

    def _move(self, gained: dict[Tag, list[int]], lost: dict[Tag, list[int]]) -> None:
        self._common.clear()
        for tag in gained.keys() | lost.keys():
            holders = self.holders(*tag)
            if tag in lost:
                holders = holders[~np.isin(holders, lost[tag])]
            new = np.array(gained.get(tag, []), dtype=np.int64)
            self._holders[tag] = np.concatenate((holders, new))


def whole_microseconds(moment: datetime) -> int:
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


def _tags(entry: Entry) -> Iterator[Tag]:
    """None of whoever is not listed: nobody is to find a word that only she has."""
    if not entry.is_listed:
        return
    for kind, tags in (
        (TagKind.NEED, entry.covers),
        (TagKind.INTEREST, entry.interests),
        (TagKind.LANGUAGE, entry.languages),
        (TagKind.SUBSPECIALTY, {entry.subspecialty.casefold()}),
        (TagKind.INSTITUTION, {entry.institution.casefold()}),
    ):
        yield from ((kind, tag) for tag in tags if tag)


def _stretched(kept: Column, length: int) -> Column:
    longer = np.zeros((length, *kept.shape[1:]), dtype=kept.dtype)
    longer[: len(kept)] = kept
    return longer


@lru_cache(maxsize=64)
def _mondays(today: date, zones: frozenset[str]) -> tuple[date, ...]:
    return reference_weeks(today, today + LOOK_AHEAD, zones)
