"""A mark of the state of the whole database: while it stays the same, nothing was written.

SQLite keeps one in the header of its WAL index, which every process that has the database open
shares (https://www.sqlite.org/walformat.html#the_wal_index_header); PostgreSQL's is which
transactions the reader sees.
"""

import os
from mmap import ACCESS_READ, mmap
from threading import local
from typing import Any

from django.db.models import Func, TextField
from django.db.models.functions import Cast

HEADER = 48
"""Bytes, of which a second copy follows: they differ while somebody writes them."""
Stamp = bytes | str | None
"""None where there is none, or somebody is just writing."""
IN_QUERY = Cast(Func(function="pg_current_snapshot"), TextField())
"""As a column of a query that is asked anyway."""

_opened = local()


def is_in_query(database: Any) -> bool:
    """Not in a transaction, which does not see itself."""
    return database.vendor == "postgresql" and not database.in_atomic_block


def of_sqlite(database: Any) -> Stamp:
    """None for a database in memory, and inside of a transaction."""
    if database.vendor != "sqlite" or database.in_atomic_block:
        return None
    try:
        header = _header(f"{database.settings_dict['NAME']}-shm")
    except (OSError, ValueError):
        return None
    first, second = header[:HEADER], header[HEADER : 2 * HEADER]
    return first if first == second and any(first) else None


def _header(path: str) -> mmap:
    """Of the file that is there now: it goes with the last connection and comes with the next."""
    found = os.stat(path)  # noqa: PTH116 - a path object costs more than the question
    if getattr(_opened, "file", None) != (found.st_dev, found.st_ino):
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            _opened.header = mmap(file.fileno(), 2 * HEADER, access=ACCESS_READ)
            opened = os.fstat(file.fileno())
        _opened.file = (opened.st_dev, opened.st_ino)
    header: mmap = _opened.header
    return header
