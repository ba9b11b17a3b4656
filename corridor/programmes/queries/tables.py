"""A table of an export: its name, what its columns mean, its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

Cell = str | int | bool | None


@dataclass(frozen=True, kw_only=True)
class Table:
    name: str
    """Of its file, and its key in JSON."""
    columns: Mapping[str, str]
    """Name -> what it means."""
    rows: Sequence[Sequence[Cell]]


def moment(at: datetime | None) -> str:
    return at.isoformat() if at else ""
