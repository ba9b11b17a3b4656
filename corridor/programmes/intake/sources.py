"""A file as it was given, and how much of one is read."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from corridor.programmes.intake.problems import rejected


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Beyond these a file is refused, before it can fill the memory."""

    size: int = 1 << 30
    """Bytes."""
    unpacked: int = 1 << 29
    """Bytes inside a workbook, which is a zip file."""
    rows: int = 6_000_000
    columns: int = 1_000
    cell: int = 20_000
    """Characters."""


@dataclass(frozen=True, kw_only=True)
class Source:
    name: str
    content: bytes | Path

    @classmethod
    def at(cls, path: Path) -> "Source":
        return cls(name=path.name or str(path), content=path)

    def open(self) -> BinaryIO:
        """Raises InputRejected where there is no such file."""
        if isinstance(self.content, bytes):
            return BytesIO(self.content)
        try:
            return self.content.open("rb")
        except FileNotFoundError:
            raise rejected(self.name, _("There is no such file.")) from None
        except OSError as error:
            text = _("The file cannot be opened: %(reason)s.") % {"reason": error.strerror}
            raise rejected(self.name, text) from error

    def size(self) -> int:
        with self.open() as stream:
            return stream.seek(0, 2)
