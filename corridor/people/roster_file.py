"""A roster as a CSV file: read as a whole, with every mistake by its line and column."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from corridor.algorithms.careers import find_career
from corridor.people.handles import newcomer_name

MOST_ROWS = 5000
MOST_BYTES = 500_000
FEWEST_LINES = 2
"""The titles, and somebody."""
LONGEST_INSTITUTION = 160
TITLES = {
    "email": {"email", "e-mail", "mail", "e-mail address", "email address", "mailbox"},
    "name": {"name", "full name", "display name"},
    "stage": {"stage", "level", "year", "grade"},
    "institution": {"institution", "school", "hospital", "university", "organisation"},
}


@dataclass(frozen=True, kw_only=True)
class RosterRow:
    line: int
    email: str
    name: str
    stage: str
    institution: str


@dataclass(frozen=True, kw_only=True)
class Mistake:
    line: int
    column: str
    """As the file calls it; empty where the whole line or file is meant."""
    says: str | Promise


@dataclass(frozen=True, kw_only=True)
class RosterFile:
    rows: tuple[RosterRow, ...]
    mistakes: tuple[Mistake, ...]


class _WrongCell(Exception):
    """The sentence is its only argument."""


def read_roster(content: bytes) -> RosterFile:
    """Never raises: whatever is wrong with the file is among the mistakes."""
    try:
        lines = list(_lines(content))
        columns = _columns(lines[0][1])
    except _WrongCell as wrong:
        return RosterFile(rows=(), mistakes=(Mistake(line=1, column="", says=str(wrong)),))
    rows: list[RosterRow] = []
    mistakes: list[Mistake] = []
    seen: dict[str, int] = {}
    for line, cells in lines[1:]:
        row, wrong_cells = _row(line, cells, columns, lines[0][1])
        first = seen.setdefault(row.email, line)
        if row.email and first != line:
            says = _("The same mailbox stands in line %(line)d.") % {"line": first}
            wrong_cells.append(Mistake(line=line, column=lines[0][1][columns["email"]], says=says))
        mistakes += wrong_cells
        if not wrong_cells:
            rows.append(row)
    return RosterFile(rows=tuple(rows), mistakes=tuple(mistakes))


def text_of(content: bytes) -> str:
    """What can be put right by hand; empty where it is no text, or too much of it."""
    try:
        return _text(content)
    except _WrongCell:
        return ""


def _lines(content: bytes) -> Iterator[tuple[int, list[str]]]:
    text = _text(content)
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found += 1
                yield reader.line_num, [cell.strip() for cell in cells]
            if found > MOST_ROWS + 1:
                raise _WrongCell(_("The file has more than 5,000 people."))
    except csv.Error as wrong:
        says = _("Line %(line)d is no CSV: a quotation mark is not closed.")
        raise _WrongCell(says % {"line": reader.line_num}) from wrong
    if found < FEWEST_LINES:
        raise _WrongCell(_("The file has no people: titles first, then a line for each."))


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise _WrongCell(_("The file is larger than 500 kB."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise _WrongCell(_("The file is not UTF-8; save it as CSV UTF-8.")) from wrong
    if "\0" in text:
        raise _WrongCell(_("This is no text file."))
    return text


def _columns(titles: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for position, title in enumerate(titles):
        for column, names in TITLES.items():
            if title.casefold() in names and column not in found:
                found[column] = position
    if "email" not in found:
        raise _WrongCell(_("No column is called e-mail; the titles stand in the first line."))
    return found


def _row(
    line: int, cells: list[str], columns: Mapping[str, int], titles: list[str]
) -> tuple[RosterRow, list[Mistake]]:
    mistakes = []
    kept = {"email": "", "name": "", "stage": "", "institution": ""}
    readers = {
        "email": _email,
        "name": _name,
        "stage": _stage,
        "institution": _institution,
    }
    for column, position in columns.items():
        cell = cells[position] if position < len(cells) else ""
        try:
            kept[column] = readers[column](cell)
        except _WrongCell as wrong:
            mistakes.append(Mistake(line=line, column=titles[position], says=str(wrong)))
    return RosterRow(line=line, **kept), mistakes


def _email(cell: str) -> str:
    try:
        validate_email(cell)
    except ValidationError as wrong:
        says = _("“%(cell)s” is no e-mail address.") if cell else _("The e-mail is missing.")
        raise _WrongCell(says % {"cell": cell[:80]}) from wrong
    return cell.lower()


def _name(cell: str) -> str:
    try:
        return newcomer_name(cell) if cell else ""
    except ValidationError as wrong:
        raise _WrongCell(wrong.messages[0]) from wrong


def _stage(cell: str) -> str:
    if not cell:
        return ""
    career = find_career(cell)
    if career is None:
        says = _("“%(cell)s” is no stage we know; write MS3, PGY1 or consultant, or nothing.")
        raise _WrongCell(says % {"cell": cell[:80]})
    return career.code


def _institution(cell: str) -> str:
    if len(cell) > LONGEST_INSTITUTION:
        raise _WrongCell(_("It is longer than 160 characters."))
    return " ".join(cell.split())
