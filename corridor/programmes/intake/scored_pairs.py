"""Pairs that somebody else has scored, in exact decimals, and the mentors' capacities."""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
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

MOST_DECIMALS = 18
"""A fit of 1 with so many decimals is still a whole number of 64 bits."""
MOST_PLACES = 100_000_000
_WIDE = Context(prec=1_100)
"""No digit is lost in it: exponents have three digits."""
_NUMBER = re.compile(r"[+]?(\d+[.,]?\d*|[.,]\d+)([eE][+\-]?\d{1,3})?")


@dataclass(frozen=True, kw_only=True)
class ScoredPairs:
    file: str
    mentees: Sequence[str]
    mentors: Sequence[str]
    """Ids, ascending: the order of rows in the files decides nothing."""
    mentee_of: NDArray[np.int32]
    mentor_of: NDArray[np.int32]
    fit: NDArray[np.int64]
    """The fit of each pair times ``scale``: a whole number."""
    decimals: int
    """As many as the file has, unless they were rounded to fewer."""
    is_exact: bool
    """The whole numbers are the fits as written, and none is rounded."""
    capacity: NDArray[np.int64]
    written: "WrittenFits"

    @property
    def scale(self) -> int:
        return int(10**self.decimals)

    def with_decimals(self, decimals: int) -> "ScoredPairs":
        """The same pairs, their fits taken to so many decimals."""
        return replace(
            self,
            fit=self.written.scaled(decimals),
            decimals=decimals,
            is_exact=decimals >= self.written.decimals,
        )


@dataclass(frozen=True, kw_only=True)
class WrittenFits:
    """Each fit as it stood in the file."""

    texts: Sequence[str]
    numbers: Sequence[Decimal]
    text_of: NDArray[np.int32]

    @property
    def decimals(self) -> int:
        return max((_decimals(number) for number in self.numbers), default=0)

    def scaled(self, decimals: int) -> NDArray[np.int64]:
        """Rounded half to even."""
        unit = Decimal(1).scaleb(-decimals, _WIDE)
        rounded = (number.quantize(unit, ROUND_HALF_EVEN, _WIDE) for number in self.numbers)
        whole = [int(number.scaleb(decimals, _WIDE)) for number in rounded]
        return np.array(whole, dtype=np.int64)[self.text_of]

    def exact(self, pair: int) -> Fraction:
        return Fraction(self.numbers[int(self.text_of[pair])])

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
        mentees, new_mentee = _in_order(self.mentees)
        mentors = sorted(capacity_of)
        place = {mentor: at for at, mentor in enumerate(mentors)}
        new_mentor = np.array([place[mentor] for mentor in self.mentors], dtype=np.int32)
        text_of = np.frombuffer(self._text_of, dtype=np.int32)
        written = WrittenFits(texts=list(self._codes), numbers=self._numbers, text_of=text_of)
        decimals = min(MOST_DECIMALS, written.decimals)
        return ScoredPairs(
            file=self._source.name,
            mentees=mentees,
            mentors=mentors,
            mentee_of=new_mentee[np.frombuffer(self.mentee_of, dtype=np.int32)],
            mentor_of=new_mentor[np.frombuffer(self.mentor_of, dtype=np.int32)],
            fit=written.scaled(decimals),
            decimals=decimals,
            is_exact=decimals == written.decimals,
            capacity=np.array([capacity_of[mentor] for mentor in mentors], dtype=np.int64),
            written=written,
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
            capacity_of[mentor] = _places(text)
        except values.NotAValue as error:
            reading.notes.problem(source.name, str(error), line=row.line, column=column)
    return capacity_of


def _places(text: str) -> int:
    if not text:
        expected = _("Empty; a whole number is expected, 0 where there is no place.")
        raise values.NotAValue(expected)
    return values.whole_number(text, most=MOST_PLACES)


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
