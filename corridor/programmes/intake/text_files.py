"""CSV as spreadsheets and form tools write it: any delimiter, any of the usual encodings."""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from django.utils.translation import gettext as _

from corridor.programmes.intake.blocks import Block, block_of
from corridor.programmes.intake.problems import Notes, rejected
from corridor.programmes.intake.sources import Limits, Source

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_CHARACTERS = 1 << 16
SAMPLE_RECORDS = 50
BLOCK = 1 << 20
NEXT_BLOCK = 1 << 15
"""Characters: a row that needs care slows down so many others."""
FIRST_BLOCK = 1 << 12
"""Characters: enough for what may stand above the header."""
ZEROS_OF_UTF_16 = 0.4
DOCUMENTS = (b"%pdf-", b"<html", b"<!doctype", b"<table", b"<?xml", b"{\\rtf")
"""How they begin; some tools name a web page .xls."""

Record = list[str]


@dataclass(frozen=True, kw_only=True)
class TextFile:
    encoding: str
    delimiter: str
    skipped_lines: int
    """1 where the first line only names the delimiter, as Excel likes it."""


def records(source: Source, limits: Limits, notes: Notes) -> Iterator[tuple[int, Record]]:
    """Row number and cells. Raises InputRejected where the file is no text."""
    for _done, batch in batches(source, limits, notes):
        if isinstance(batch, Block):
            yield from enumerate(map(list, batch.records()), start=batch.line)
        else:
            yield from batch


def batches(
    source: Source, limits: Limits, notes: Notes
) -> Iterator[tuple[float, Block | list[tuple[int, Record]]]]:
    """How much of the file is read (0 to 1), and rows: numbered one by one, or a whole block.

    The first rows are never a block. Raises InputRejected where the file is no text.
    """
    described = _describe(source, notes)
    size = max(1, source.size())
    csv.field_size_limit(max(csv.field_size_limit(), limits.cell))
    with (
        source.open() as binary,
        io.TextIOWrapper(binary, encoding=described.encoding, newline="") as text,
    ):
        lines = _Lines(text, limits)
        line = described.skipped_lines + 1
        lines.skip(described.skipped_lines)
        size_of_block = FIRST_BLOCK
        while lines.take(size_of_block):
            block = None
            if size_of_block != FIRST_BLOCK:
                block = block_of(lines.taken, described.delimiter, limits, line=line)
            size_of_block = NEXT_BLOCK
            done = min(1.0, binary.tell() / size)
            if block:
                yield done, block
                line += len(block)
                continue
            rows, problem = _with_care(lines, described.delimiter, line)
            yield done, rows
            line += len(rows)
            if problem:
                notes.problem(source.name, problem % {"n": limits.cell}, line=line)
                return


def _with_care(lines: "_Lines", delimiter: str, line: int) -> tuple[list[tuple[int, Record]], str]:
    """Rows as csv reads them, to the end of what was taken, and what is wrong after them."""
    rows: list[tuple[int, Record]] = []
    try:
        for number, record in enumerate(csv.reader(lines, delimiter=delimiter), start=line):
            if lines.is_open:
                return rows, _("A quotation mark that opens in this row is never closed.")
            rows.append((number, record))
            if lines.is_used_up():
                break
    except csv.Error:
        problem = _("A cell that is longer than %(n)d characters begins here.")
        return rows, problem + " " + _("A quotation mark may be missing.")
    return rows, ""


class _Lines:
    """Lines of a text, taken many at a time, read one by one where they need care."""

    def __init__(self, text: io.TextIOWrapper, limits: Limits) -> None:
        self._text = text
        self._most = limits.cell * 4
        self._of_record = 0
        self._ahead: Iterator[str] = iter(())
        self._left = 0
        self.taken: list[str] = []
        self.is_open = False
        """The text ended within a record: csv asks for more lines in quotes only."""

    def skip(self, count: int) -> None:
        for _line in range(count):
            next(self._text)

    def take(self, size: int) -> bool:
        """Whole lines of about so many characters; False at the end of the text."""
        self.taken = self._text.readlines(size)
        self._ahead, self._left = iter(self.taken), len(self.taken)
        return bool(self.taken)

    def is_used_up(self) -> bool:
        """A record has ended here; has the last line that was taken?"""
        self._of_record = 0
        return self._left <= 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self._ahead, None) or next(self._text, None)
        if line is None:
            self.is_open = self._of_record > 0
            raise StopIteration
        if self._of_record > self._most:
            raise csv.Error
        self._of_record += 1
        self._left -= 1
        return line.replace("\0", "")


def _describe(source: Source, notes: Notes) -> TextFile:
    encoding = _encoding(source)
    if encoding == "cp1252":
        notes.warn(
            source.name,
            _("The file is not UTF-8; it was read as Windows Latin (cp1252). Check the accents."),
        )
    with source.open() as binary, io.TextIOWrapper(binary, encoding=encoding, newline="") as text:
        sample = text.read(SAMPLE_CHARACTERS)
    if not sample.strip():
        raise rejected(source.name, _("The file is empty."))
    first, _mark, _rest = sample.partition("\n")
    first = first.strip().strip('"')
    if first.lower().startswith("sep=") and len(first) == len("sep=") + 1:
        return TextFile(encoding=encoding, delimiter=first[-1], skipped_lines=1)
    is_whole = len(sample) < SAMPLE_CHARACTERS
    return TextFile(
        encoding=encoding, delimiter=find_delimiter(sample, is_whole=is_whole), skipped_lines=0
    )


def _encoding(source: Source) -> str:
    """Raises InputRejected for what is not text."""
    with source.open() as stream:
        start = stream.read(4096)
        if start.lstrip().lower().startswith(DOCUMENTS):
            text = _("This is a web page or a document. Save the table as CSV (UTF-8) or as .xlsx.")
            raise rejected(source.name, text)
        by_mark = _by_byte_order_mark(start)
        encoding = by_mark or _without_mark(start)
        stream.seek(0)
        if _decodes(stream, encoding):
            return encoding
        stream.seek(0)
        if not by_mark and b"\0" not in start and _decodes(stream, "cp1252"):
            return "cp1252"
    raise rejected(
        source.name, _("This is not a text file. Save it as CSV (UTF-8) or as an Excel workbook.")
    )


def _by_byte_order_mark(start: bytes) -> str | None:
    marks = (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    )
    return next((encoding for mark, encoding in marks if start.startswith(mark)), None)


def _without_mark(start: bytes) -> str:
    """In UTF-16 most second bytes of Latin text are zero."""
    even, odd = start[::2], start[1::2]
    if odd.count(0) > len(odd) * ZEROS_OF_UTF_16:
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > len(even) * ZEROS_OF_UTF_16 else "utf-8"


def _decodes(stream: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)(errors="strict")
    try:
        while block := stream.read(BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def find_delimiter(sample: str, *, is_whole: bool) -> str:
    """The sign that cuts most rows into as many cells as the first; the comma if none does."""
    return max(DELIMITERS, key=lambda sign: _evenness(sample, sign, is_whole=is_whole))


def _evenness(sample: str, sign: str, *, is_whole: bool) -> tuple[float, int]:
    widths = _widths(sample, sign)
    if not is_whole and len(widths) > 1:
        widths = widths[:-1]  # the sample ends somewhere inside it
    if not widths or max(widths) < 2:  # noqa: PLR2004 - one cell is no table
        return 0.0, 0
    width = max(widths[: 1 + len(widths) // 10] or widths[:1])
    if width < 2:  # noqa: PLR2004 - as above
        return 0.0, 0
    return sum(count == width for count in widths) / len(widths), width


def _widths(sample: str, sign: str) -> list[int]:
    try:
        rows: Sequence[Record] = list(
            islice(
                (row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=sign) if row),
                SAMPLE_RECORDS,
            )
        )
    except csv.Error:
        return []
    return [len(row) for row in rows]
