"""One table out of one file: its header row found, its rows clean."""

import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from django.utils.translation import gettext as _

from corridor.algorithms.matching.progress import Progress
from corridor.programmes.intake import text_files, workbooks
from corridor.programmes.intake.formulas import as_written
from corridor.programmes.intake.problems import Notes, rejected
from corridor.programmes.intake.sources import Limits, Source

ROWS_BEFORE_HEADER = 5
"""A title or a note may stand above the header; no more rows than these are looked at."""
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


@dataclass(frozen=True, kw_only=True)
class Table:
    file: str
    columns: tuple[Column, ...]
    rows: Iterator[Row]


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
    rows = _clean_rows(source, reading)
    first = list(islice(rows, ROWS_BEFORE_HEADER))
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
        rows=chain(first[body:], rows),
    )


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


def _clean_rows(source: Source, reading: Reading) -> Iterator[Row]:
    """Blank rows are left out; numbers stay those of the file."""
    with source.open() as stream:
        kind = workbooks if workbooks.is_workbook(stream.read(4)) else text_files
    count = 0
    for line, done, record in kind.records(source, reading.limits, reading.notes):
        cells = tuple(map(clean, record))
        if not any(cells):
            continue
        count += 1
        if count > reading.limits.rows:
            text = _("The file has more than %(n)d rows.") % {"n": reading.limits.rows}
            raise rejected(source.name, text)
        if sum(map(len, cells)) > reading.limits.cell < max(map(len, cells)):
            text = _("A cell is longer than %(n)d characters.") % {"n": reading.limits.cell}
            reading.notes.problem(source.name, text, line=line)
            continue
        if reading.progress and count % ROWS_BETWEEN_REPORTS == 0:
            reading.progress(_("Reading %(file)s") % {"file": source.name}, done)
        yield Row(line=line, cells=cells)


def clean(cell: str) -> str:
    """Composed letters (NFC), without invisible signs and outer space."""
    if cell.isascii():
        return cell.strip() if cell[:1].isalnum() else as_written(cell).strip()
    text = unicodedata.normalize("NFC", as_written(cell)).translate(INVISIBLE)
    return text.strip()
