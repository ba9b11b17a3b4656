"""The items of a scale as a CSV file, read as a whole, with every mistake by its line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

MOST_ITEMS = 60
MOST_BYTES = 50_000
LONGEST_ITEM, LONGEST_SUBSCALE = 300, 80
TITLES = ("item", "subscale")


@dataclass(frozen=True, kw_only=True)
class NewItem:
    words: str
    subscale: str


@dataclass(frozen=True, kw_only=True)
class Mistake:
    line: int
    says: str | Promise


@dataclass(frozen=True, kw_only=True)
class ItemsFile:
    items: tuple[NewItem, ...] = ()
    mistakes: tuple[Mistake, ...] = ()


class _NoTable(Exception):
    """Line and sentence are its arguments."""


def read_items(text: str) -> ItemsFile:
    """Never raises: whatever is wrong with the file is among the mistakes."""
    try:
        lines = list(_lines(text))
        at = _columns(*lines[0]) if lines else {}
    except _NoTable as wrong:
        return ItemsFile(mistakes=(Mistake(line=wrong.args[0], says=wrong.args[1]),))
    if len(lines) <= 1:
        says = _("There are no items: titles first, then a line for each.")
        return ItemsFile(mistakes=(Mistake(line=1, says=says),))
    items: list[NewItem] = []
    mistakes: list[Mistake] = []
    seen: dict[str, int] = {}
    for line, cells in lines[1:]:
        item = NewItem(**{name: _cell(cells, at[name]) for name in at})
        first = seen.setdefault(item.words.casefold(), line)
        wrong_here = _wrong(item, first if first != line else None)
        mistakes += [Mistake(line=line, says=says) for says in wrong_here]
        items.append(item)
    if len(items) > MOST_ITEMS:
        says = _("There are more than %(most)d items.") % {"most": MOST_ITEMS}
        mistakes.append(Mistake(line=lines[MOST_ITEMS + 1][0], says=says))
    return ItemsFile(items=tuple(items), mistakes=tuple(mistakes))


def text_of(content: bytes) -> str | None:
    """Of an uploaded file; None where it is no text in UTF-8, or too much of it."""
    if len(content) > MOST_BYTES or b"\0" in content:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    delimiter = max(",;\t", key=text.lstrip().partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, [" ".join(cell.split()) for cell in cells]
    except csv.Error as wrong:
        raise _NoTable(reader.line_num, _("A quotation mark is not closed.")) from wrong


def _columns(line: int, titles: list[str]) -> dict[str, int]:
    """Where words and subscale stand."""
    folded = [one.casefold() for one in titles]
    for name in TITLES:
        if name not in folded:
            says = _("No column is called “%(name)s”; the titles stand in the first line.")
            raise _NoTable(line, says % {"name": name})
    return {"words": folded.index("item"), "subscale": folded.index("subscale")}


def _cell(cells: list[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _wrong(item: NewItem, first: int | None) -> Iterator[str]:
    if not item.words:
        yield _("The item has no words.")
    elif first is not None:
        yield _("The same item stands in line %(line)d.") % {"line": first}
    if len(item.words) > LONGEST_ITEM:
        yield _("The item is longer than %(most)d letters.") % {"most": LONGEST_ITEM}
    if not item.subscale:
        yield _("Say which subscale it belongs to; one name for all is enough.")
    elif len(item.subscale) > LONGEST_SUBSCALE:
        yield _("The subscale is longer than %(most)d letters.") % {"most": LONGEST_SUBSCALE}
