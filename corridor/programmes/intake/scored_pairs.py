"""Pairs that somebody else has scored, in exact decimals, and the mentors' capacities."""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

import numpy as np
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from corridor.programmes.intake import values
from corridor.programmes.intake.blocks import Block
from corridor.programmes.intake.columns import Columns
from corridor.programmes.intake.fields import Field
from corridor.programmes.intake.pair_tables import open_pairs
from corridor.programmes.intake.sources import Source
from corridor.programmes.intake.tables import Column, Reading, Row, rows_of

MOST_DECIMALS = 9
MOST_PLACES = 100_000_000
_NUMBER = re.compile(r"[+]?(\d+[.,]?\d*|[.,]\d+)([eE][+\-]?\d{1,3})?")


@dataclass(frozen=True, kw_only=True)
class ScoredPairs:
    mentees: Sequence[str]
    mentors: Sequence[str]
    """Ids, ascending: the order of rows in the files decides nothing."""
    mentee_of: NDArray[np.int32]
    mentor_of: NDArray[np.int32]
    fit: NDArray[np.int64]
    """The fit of each pair times ``scale``: a whole number."""
    scale: int
    """A power of ten: as many decimals as the file has, nine at most."""
    capacity: NDArray[np.int64]
    written: "WrittenFits"


@dataclass(frozen=True, kw_only=True)
class WrittenFits:
    """Each fit as it stood in the file."""

    texts: Sequence[str]
    text_of: NDArray[np.int32]

    def __getitem__(self, pair: int) -> str:
        return self.texts[int(self.text_of[pair])]


def read_scored_pairs(pairs: Source, capacities: Source, reading: Reading) -> ScoredPairs:
    """Raises InputRejected with every error of both files."""
    gathered = _Gathered(pairs, reading)
    capacity_of = _read_capacities(capacities, reading)
    if not gathered.line:
        reading.notes.problem(pairs.name, _("There are no pairs in it."))
    for mentor in sorted(gathered.mentors.keys() - capacity_of.keys()):
        text = _("“%(mentor)s” is in %(pairs)s and has no capacity here.")
        reading.notes.problem(capacities.name, text % {"mentor": mentor, "pairs": pairs.name})
    gathered.report_duplicates()
    reading.notes.refuse_problems()
    return gathered.scored(capacity_of)


class _Places(NamedTuple):
    mentee: Column
    mentor: Column
    fit: Column


class _Gathered:
    """The pairs as they are read: positions and codes in flat arrays."""

    def __init__(self, source: Source, reading: Reading) -> None:
        self._source = source
        self._reading = reading
        self.mentees: dict[str, int] = {}
        self.mentors: dict[str, int] = {}
        self.mentee_of = array("i")
        self.mentor_of = array("i")
        self.line = array("i")
        self._text_of = array("i")
        self._codes: dict[str, int] = {}
        self._numbers: list[Decimal] = []
        self._read()

    def scored(self, capacity_of: dict[str, int]) -> ScoredPairs:
        decimals = max((_decimals(number) for number in self._numbers), default=0)
        if decimals > MOST_DECIMALS:
            text = _("Some fits have more than %(n)d decimals; they were rounded to so many.")
            self._reading.notes.warn(self._source.name, text % {"n": MOST_DECIMALS})
        scale = 10 ** min(MOST_DECIMALS, decimals)
        scaled = np.array(
            [int((number * scale).to_integral_value(ROUND_HALF_EVEN)) for number in self._numbers],
            dtype=np.int64,
        )
        mentees, new_mentee = _in_order(self.mentees)
        mentors = sorted(capacity_of)
        place = {mentor: at for at, mentor in enumerate(mentors)}
        new_mentor = np.array([place[mentor] for mentor in self.mentors], dtype=np.int32)
        text_of = np.frombuffer(self._text_of, dtype=np.int32)
        return ScoredPairs(
            mentees=mentees,
            mentors=mentors,
            mentee_of=new_mentee[np.frombuffer(self.mentee_of, dtype=np.int32)],
            mentor_of=new_mentor[np.frombuffer(self.mentor_of, dtype=np.int32)],
            fit=scaled[text_of],
            scale=scale,
            capacity=np.array([capacity_of[mentor] for mentor in mentors], dtype=np.int64),
            written=WrittenFits(texts=list(self._codes), text_of=text_of),
        )

    def report_duplicates(self) -> None:
        if not self.line:
            return
        key = np.frombuffer(self.mentee_of, dtype=np.int32).astype(np.int64) * len(
            self.mentors
        ) + np.frombuffer(self.mentor_of, dtype=np.int32)
        order = np.argsort(key, kind="stable")
        again = np.flatnonzero(key[order][1:] == key[order][:-1]) + 1
        for at in sorted(order[again].tolist()):
            first = order[np.searchsorted(key[order], key[at])]
            text = _("This pair is here twice, first in line %(line)d.")
            self._reading.notes.problem(
                self._source.name, text % {"line": self.line[first]}, line=self.line[at]
            )

    def _read(self) -> None:
        table, columns = open_pairs(
            self._source, self._reading, (Field.MENTEE, Field.MENTOR, Field.FIT)
        )
        if columns is None:
            return
        at = _Places(*map(columns.column, (Field.MENTEE, Field.MENTOR, Field.FIT)))
        for batch in table.batches:
            if not (isinstance(batch, Block) and self._take(batch, at)):
                for row in rows_of(batch):
                    self._take_row(row, at, columns)

    def _take(self, block: Block, at: "_Places") -> bool:
        """False, and nothing is taken, where a row of it has to be reported."""
        if max(column.at for column in at) >= block.width:
            return False
        mentees, mentors, texts = (block.column(column.at) for column in at)
        if "" in mentees or "" in mentors or not all(map(self._knows, dict.fromkeys(texts))):
            return False
        self.mentee_of.extend(_positions(mentees, self.mentees))
        self.mentor_of.extend(_positions(mentors, self.mentors))
        self._text_of.extend(map(self._codes.__getitem__, texts))
        self.line.extend(range(block.line, block.line + len(block)))
        return True

    def _take_row(self, row: Row, at: "_Places", columns: Columns) -> None:
        mentee, mentor, text = map(row.cell, at)
        is_fit = self._knows(text)
        if not is_fit:
            expected = _("“%(text)s” is no fit; a number from 0 to 1 is expected.")
            self._problem(row, columns, Field.FIT, expected % {"text": text[:40]})
        if not (mentee and mentor):
            of = Field.MENTOR if mentee else Field.MENTEE
            self._problem(row, columns, of, _("Empty; an id is expected."))
        elif is_fit:
            self.mentee_of.append(self.mentees.setdefault(mentee, len(self.mentees)))
            self.mentor_of.append(self.mentors.setdefault(mentor, len(self.mentors)))
            self._text_of.append(self._codes[text])
            self.line.append(row.line)

    def _knows(self, text: str) -> bool:
        """Whether it is a fit; it has a code then."""
        if text in self._codes:
            return True
        number = Decimal(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None
        if number is None or number > 1:
            return False
        self._numbers.append(number)
        self._codes[text] = len(self._codes)
        return True

    def _problem(self, row: Row, columns: Columns, of: Field, text: str) -> None:
        self._reading.notes.problem(
            self._source.name, text, line=row.line, column=columns.title(of)
        )


def _read_capacities(source: Source, reading: Reading) -> dict[str, int]:
    table, columns = open_pairs(source, reading, (Field.MENTOR, Field.CAPACITY))
    capacity_of: dict[str, int] = {}
    if columns is None:
        return capacity_of
    for row in table.rows:
        mentor = columns.text(row, Field.MENTOR)
        column = columns.title(Field.CAPACITY)
        if not mentor or mentor in capacity_of:
            text = _("This mentor is here twice.") if mentor else _("Empty; an id is expected.")
            title = columns.title(Field.MENTOR)
            reading.notes.problem(source.name, text, line=row.line, column=title)
            continue
        capacity_of[mentor] = 0
        try:
            text = columns.text(row, Field.CAPACITY)
            capacity_of[mentor] = values.whole_number(text, most=MOST_PLACES)
        except values.NotAValue as error:
            reading.notes.problem(source.name, str(error), line=row.line, column=column)
    return capacity_of


def _positions(names: Sequence[str], position: dict[str, int]) -> Iterator[int]:
    for name in dict.fromkeys(names):
        position.setdefault(name, len(position))
    return map(position.__getitem__, names)


def _in_order(position: dict[str, int]) -> tuple[list[str], NDArray[np.int32]]:
    """Ids ascending, and where each position of before now stands."""
    ids = sorted(position)
    moved = np.empty(len(ids), dtype=np.int32)
    for now, one in enumerate(ids):
        moved[position[one]] = now
    return ids, moved


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
