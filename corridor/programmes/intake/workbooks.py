"""Excel workbooks: the first sheet, cell by cell, as text."""

import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import IO, BinaryIO
from xml.etree.ElementTree import Element, ParseError

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.xml.functions import iterparse

from corridor.programmes.intake.problems import InputRejected, Notes, rejected
from corridor.programmes.intake.sources import Limits, Source

MOST_PARTS = 5_000
MOST_NAMED = 10
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OLD_EXCEL_START = b"\xd0\xcf\x11\xe0"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    InvalidFileException,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What openpyxl and zipfile raise for files that are broken, encrypted or of another kind."""


def batches(
    source: Source, limits: Limits, notes: Notes
) -> Iterator[tuple[float, list[tuple[int, list[str]]]]]:
    """As ``text_files.batches``. Raises InputRejected."""
    _refuse_unreadable(source, limits)
    try:
        with source.open() as stream:
            workbook = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
            sheet = _first_sheet(workbook, source.name, notes)
            for cell in _never_calculated(stream, sheet):
                text = _(
                    "Cell %(cell)s has a formula and no result. Open the workbook, save it, and"
                    " try again."
                )
                line = int(cell.lstrip(LETTERS))
                notes.problem(source.name, text % {"cell": cell}, line=line)
            yield from _rows(sheet, source.name, limits)
    except InputRejected:
        raise
    except BROKEN as error:
        raise _no_workbook(source) from error


def _first_sheet(workbook: Workbook, file: str, notes: Notes) -> ReadOnlyWorksheet:
    shown = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    if not shown:
        raise rejected(file, _("The workbook has no visible sheet."))
    if len(shown) > 1:
        notes.warn(
            file,
            _(
                "The workbook has %(n)d sheets; only “%(name)s”, the first, was read, and not"
                " %(others)s."
            )
            % {
                "n": len(shown),
                "name": shown[0].title,
                "others": ", ".join(f"“{sheet.title}”" for sheet in shown[1 : 1 + MOST_NAMED]),
            },
        )
    return shown[0]


def _never_calculated(stream: BinaryIO, sheet: ReadOnlyWorksheet) -> Iterator[str]:
    """Cells whose formula some program wrote and none has worked out: they read as empty."""
    with zipfile.ZipFile(stream) as archive:
        with archive.open(sheet._worksheet_path) as part:  # noqa: SLF001 - openpyxl has no other way
            has_formulas = any(b"<f>" in block or b"<f " in block for block in _overlapping(part))
        if not has_formulas:
            return
        with archive.open(sheet._worksheet_path) as part:  # noqa: SLF001 - as above
            for _event, element in iterparse(part):
                if element.tag == f"{SHEET}c" and _lacks_a_result(element):
                    yield element.get("r", "A1")
                if element.tag == f"{SHEET}row":
                    element.clear()


def _lacks_a_result(cell: Element) -> bool:
    """A formula may well result in an empty text; the cell is marked as one then."""
    result = cell.find(f"{SHEET}v")
    has_result = cell.get("t") == "str" or (result is not None and bool(result.text))
    return cell.find(f"{SHEET}f") is not None and not has_result


def _overlapping(part: IO[bytes]) -> Iterator[bytes]:
    end = b""
    while block := part.read(1 << 20):
        yield end + block
        end = block[-2:]


def _rows(
    sheet: ReadOnlyWorksheet, file: str, limits: Limits
) -> Iterator[tuple[float, list[tuple[int, list[str]]]]]:
    """Empty rows and cells count too: a few bytes can claim millions of them."""
    height = max(1, sheet.max_row or 1)
    sheet.reset_dimensions()  # what a file claims of its size is not to be trusted
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > 2 * limits.rows:
            raise rejected(file, _("The file has more than %(n)d rows.") % {"n": limits.rows})
        if len(row) > 2 * limits.columns:
            text = _("The file has more than %(n)d columns.") % {"n": limits.columns}
            raise rejected(file, text)
        yield min(1.0, number / height), [(number, [_text(value) for value in row])]


def _refuse_unreadable(source: Source, limits: Limits) -> None:
    with source.open() as stream:
        if stream.read(4) == OLD_EXCEL_START:
            text = _("This workbook has a password or is of the old .xls kind. Save it as .xlsx.")
            raise rejected(source.name, text)
        try:
            parts = zipfile.ZipFile(stream).infolist()
        except BROKEN as error:
            raise _no_workbook(source) from error
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.unpacked or len(parts) > MOST_PARTS:
        text = _("The workbook unpacks to more than %(mb)d MB. Save the sheet as CSV.")
        raise rejected(source.name, text % {"mb": limits.unpacked >> 20})


def _no_workbook(source: Source) -> InputRejected:
    return rejected(
        source.name, _("This is not an Excel workbook that can be read. Save it as .xlsx or CSV.")
    )


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return _moment(value) if isinstance(value, date | time) else str(value)


def _moment(value: date | time) -> str:
    if isinstance(value, datetime):
        is_day = value.time() == time()
        return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
    return value.isoformat("minutes") if isinstance(value, time) else value.isoformat()
