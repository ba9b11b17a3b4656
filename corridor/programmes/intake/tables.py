"""One table out of one file: its header row found, its rows clean."""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from types import ModuleType
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.algorithms.matching.progress import Progress
from corridor.programmes.intake import text_files
from corridor.programmes.intake.blocks import Block
from corridor.programmes.intake.formulas import as_written
from corridor.programmes.intake.problems import Notes, rejected
from corridor.programmes.intake.sources import Limits, Source

ROWS_BEFORE_HEADER = 5
"""A title or a note may stand above the header; no more rows than these are looked at."""
STARTS_OF_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
ROWS_BETWEEN_REPORTS = 5_000
INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"), None)


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of the file and what stands above it; survey tools write several lines there."""

    titles: tuple[str, ...]
    at: int

    @property
    def title(self) -> str:
        return self.titles[0]


class Row(NamedTuple):
    line: int
    cells: tuple[str, ...]

    def cell(self, column: Column) -> str:
        return self.cells[column.at] if column.at < len(self.cells) else ""


Batch = Block | list[Row]


@dataclass(frozen=True, kw_only=True)
class Table:
    file: str
    columns: tuple[Column, ...]
    batches: Iterator[Batch]
    """All rows once, for who can read many at a time; or else one by one from ``rows``."""

    @property
    def rows(self) -> Iterator[Row]:
        return chain.from_iterable(map(rows_of, self.batches))


def rows_of(batch: Batch) -> Iterable[Row]:
    return map(Row, count(batch.line), batch.records()) if isinstance(batch, Block) else batch


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What every reader of a file needs beside the file."""

    notes: Notes
    limits: Limits
    progress: Progress | None = None


def read_table(source: Source, reading: Reading, recognised: Callable[[str], bool]) -> Table:
    """``recognised`` tells which titles are known: it decides which row is the header.

    Raises InputRejected for a file that is empty, too large or no table.
    """
    size = source.size()
    if size == 0:
        raise rejected(source.name, _("The file is empty."))
    if size > reading.limits.size:
        text = _("The file is larger than %(mb)d MB.") % {"mb": reading.limits.size >> 20}
        raise rejected(source.name, text)
    batches = _clean_batches(source, reading)
    read: list[Row] = []
    while len(read) < ROWS_BEFORE_HEADER and (batch := next(batches, None)) is not None:
        read += rows_of(batch)
    first = read[:ROWS_BEFORE_HEADER]
    if not first:
        reading.notes.refuse_problems()
        raise rejected(source.name, _("The file is empty."))
    header = max(range(len(first)), key=lambda at: (_known(first[at], recognised), -at))
    titles, body = _header_lines(first, header)
    columns = tuple(_columns(titles))
    if len(columns) > reading.limits.columns:
        raise rejected(
            source.name,
            _("The file has more than %(n)d columns.") % {"n": reading.limits.columns},
        )
    return Table(
        file=source.name,
        columns=columns,
        batches=_even(
            chain([read[body:]], batches),
            width=max(len(row.cells) for row in titles),
            file=source.name,
            notes=reading.notes,
        ),
    )


def _even(batches: Iterable[Batch], *, width: int, file: str, notes: Notes) -> Iterator[Batch]:
    """A comma that nobody quoted moves all cells after it; the end of a row may be left out."""
    short, first = 0, 0
    for batch in batches:
        if isinstance(batch, Block) and batch.width == width:
            yield batch
            continue
        for row in rows_of(batch):
            cells = _used(row)
            if cells > width:
                text = _("This row has %(cells)d cells; there are %(titles)d titles.")
                text += " " + _("A text with the delimiter in it needs quotation marks around it.")
                notes.problem(file, text % {"cells": cells, "titles": width}, line=row.line)
            if len(row.cells) < width:
                short, first = short + 1, first or row.line
        yield batch
    if short:
        text = ngettext(
            "%(n)d row has fewer cells than the %(titles)d titles;"
            " what is missing was read as empty.",
            "%(n)d rows have fewer cells than the %(titles)d titles, this one first;"
            " what is missing was read as empty.",
            short,
        )
        notes.warn(file, text % {"n": short, "titles": width}, line=first)


def _used(row: Row) -> int:
    """Cells up to the last one that holds something: spreadsheets write empty ones after it."""
    return max((at for at, cell in enumerate(row.cells, start=1) if cell), default=0)


def _known(row: Row, recognised: Callable[[str], bool]) -> int:
    return sum(recognised(cell) for cell in row.cells if cell)


def _header_lines(first: list[Row], header: int) -> tuple[list[Row], int]:
    """Qualtrics writes codes, then the questions, then a row of import ids."""
    for at, row in enumerate(first):
        if any(_is_import_id(cell) for cell in row.cells):
            return first[:at], at + 1
    return [first[header]], header + 1


def _is_import_id(cell: str) -> bool:
    if not cell.startswith("{"):
        return False
    try:
        return "ImportId" in json.loads(cell.replace("'", '"'))
    except (ValueError, RecursionError):
        return False


def _columns(titles: list[Row]) -> Iterator[Column]:
    width = max(len(row.cells) for row in titles)
    for at in range(width):
        texts = [" ".join(row.cells[at].split()) for row in titles if at < len(row.cells)]
        named = tuple(dict.fromkeys(text for text in texts if text))
        if named:
            yield Column(titles=named, at=at)


def _workbooks() -> ModuleType:
    """Read when somebody brings one: it would hold 7 MB all the time."""
    from corridor.programmes.intake import workbooks  # noqa: PLC0415 - as above

    return workbooks


def _clean_batches(source: Source, reading: Reading) -> Iterator[Batch]:
    """Blank rows are left out; numbers stay those of the file."""
    with source.open() as stream:
        is_workbook = stream.read(4) in STARTS_OF_WORKBOOKS
    kind = _workbooks() if is_workbook else text_files
    seen = told = 0
    for done, batch in kind.batches(source, reading.limits, reading.notes):
        if isinstance(batch, Block):
            cleaned: Batch = _clean_block(batch)
        else:
            cleaned = list(_clean_rows(batch, source.name, reading))
        seen += len(cleaned)
        if seen > reading.limits.rows:
            text = _("The file has more than %(n)d rows.") % {"n": reading.limits.rows}
            raise rejected(source.name, text)
        if reading.progress and seen - told >= ROWS_BETWEEN_REPORTS:
            told = seen
            reading.progress(_("Reading %(file)s") % {"file": source.name}, done)
        yield cleaned


def _clean_block(block: Block) -> Block:
    return block if block.is_clean else replace(block, cells=list(map(clean, block.cells)))


def _clean_rows(
    records: Iterable[tuple[int, Sequence[str]]], file: str, reading: Reading
) -> Iterator[Row]:
    for line, record in records:
        cells = tuple(map(clean, record))
        if not any(cells):
            continue
        if sum(map(len, cells)) > reading.limits.cell < max(map(len, cells)):
            text = _("A cell is longer than %(n)d characters.") % {"n": reading.limits.cell}
            reading.notes.problem(file, text, line=line)
            continue
        yield Row(line=line, cells=cells)


def clean(cell: str) -> str:
    """Composed letters (NFC), without invisible signs and outer space."""
    if cell.isascii():
        return cell.strip() if cell[:1].isalnum() else as_written(cell).strip()
    text = unicodedata.normalize("NFC", as_written(cell)).translate(INVISIBLE)
    return text.strip()
