"""Lists of blocked and muted people in files, as Mastodon exports and reads them.

Blocks are addresses, one a line, with or without the line "Account address"; mutes have that line
and a second column "Hide notifications", which a mute here always does.
https://docs.joinmastodon.org/user/moving/#export
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

LARGEST = 2_000_000
MOST_ROWS = 20_000
"""As many as Mastodon takes."""
ADDRESS = re.compile(r"@?(?P<name>[\w.-]{1,64})(?:@(?P<host>[\w.:-]{1,253}))?", re.ASCII)
TITLE = "account address"
BLOCKS, MUTES = ("Account address",), ("Account address", "Hide notifications")


class UnreadableFile(Exception):
    """No list of accounts."""


@dataclass(frozen=True, kw_only=True)
class RowProblem:
    row: int
    """From 1, in the file."""
    text: str
    problem: str | Promise


@dataclass(frozen=True, kw_only=True)
class ApartList:
    handles: tuple[str, ...]
    """Of this server, small letters, each once."""
    problems: tuple[RowProblem, ...]


def read_list(content: bytes, *, host: str) -> ApartList:
    """`host`: of this server. Raises UnreadableFile."""
    if len(content) > LARGEST:
        raise UnreadableFile(_("The file is larger than two megabytes."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(_("The file is not in UTF-8.")) from error
    if "\0" in text:
        raise UnreadableFile(_("That is no list of accounts."))
    handles: dict[str, None] = {}
    problems = []
    for row, said in _rows(text):
        found = ADDRESS.fullmatch(said)
        if found is None:
            problems.append(RowProblem(row=row, text=said[:80], problem=_("No account address.")))
        elif found["host"] and found["host"].lower() != host.lower():
            there = _("On another server, which this one does not talk to yet.")
            problems.append(RowProblem(row=row, text=said[:80], problem=there))
        else:
            handles.setdefault(found["name"].lower())
    return ApartList(handles=tuple(handles), problems=tuple(problems))


def _rows(text: str) -> Iterator[tuple[int, str]]:
    try:
        for count, columns in enumerate(csv.reader(io.StringIO(text)), start=1):
            if count > MOST_ROWS:
                raise UnreadableFile(_("The file has more than 20,000 lines."))
            said = columns[0].strip() if columns else ""
            if said and not (count == 1 and said.lower() == TITLE):
                yield count, said
    except csv.Error as error:
        raise UnreadableFile(_("That is no list of accounts.")) from error


def blocks_file(handles: Iterable[str], *, host: str) -> str:
    return _written([BLOCKS, *((f"{handle}@{host}",) for handle in handles)])


def mutes_file(handles: Iterable[str], *, host: str) -> str:
    return _written([MUTES, *((f"{handle}@{host}", "true") for handle in handles)])


def _written(rows: Iterable[tuple[str, ...]]) -> str:
    sheet = io.StringIO()
    csv.writer(sheet, lineterminator="\n").writerows(rows)
    return sheet.getvalue()
