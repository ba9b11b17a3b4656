"""Many rows of a text file at once, where none of them needs a careful look."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from corridor.programmes.intake.sources import Limits


@dataclass(frozen=True, kw_only=True)
class Block:
    """Rows that follow one another, all of the same width and none of them blank."""

    line: int
    """Number of the first row."""
    width: int
    cells: Sequence[str]
    """Row after row."""
    is_clean: bool
    """No cell has a sign that cleaning would take away or change."""

    def __len__(self) -> int:
        return len(self.cells) // self.width

    def column(self, at: int) -> Sequence[str]:
        return self.cells[at :: self.width]

    def records(self) -> Iterator[tuple[str, ...]]:
        cells = iter(self.cells)
        return zip(*[cells] * self.width, strict=True)


def block_of(lines: Sequence[str], delimiter: str, limits: Limits, *, line: int) -> Block | None:
    """None where cells of several lines, uneven rows, blank or long ones need care."""
    text = "".join(lines)
    if "\0" in text or len(max(lines, key=len)) > limits.cell:
        return None
    cells = _quoted(lines, delimiter) if '"' in text else _plain(text, delimiter)
    if not cells:
        return None
    block = Block(
        line=line,
        width=len(cells) // len(lines),
        cells=cells,
        is_clean=text.isascii() and "'" not in text and len(text.split()) == len(lines),
    )
    has_blank_cells = not block.is_clean or "" in cells
    if has_blank_cells and not all(map(_says_something, block.records())):
        return None
    return block


def _plain(text: str, delimiter: str) -> list[str]:
    """Nothing where the rows are uneven."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if len({row.count(delimiter) for row in text.split("\n")}) != 1:
        return []
    return text.replace("\n", delimiter).split(delimiter)


def _quoted(lines: Sequence[str], delimiter: str) -> list[str]:
    """Nothing where the rows are uneven, or not one a line."""
    if not lines[-1].endswith(("\n", "\r")):
        return []  # the text ends here, perhaps within a cell
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return []
    is_even = len(rows) == len(lines) and len(set(map(len, rows))) == 1
    if not is_even or rows[-1][-1:] != [rows[-1][-1].rstrip("\r\n")]:
        return []
    return list(chain.from_iterable(rows))


def _says_something(record: tuple[str, ...]) -> bool:
    return any(cell and not cell.isspace() for cell in record)
