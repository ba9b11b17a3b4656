"""Everything the server holds about somebody, as a ZIP that she can read and that a program can."""

from corridor.people.archive.files import FORMAT, archive_of
from corridor.people.archive.holdings import EXCUSES, HOLDS

__all__ = ["EXCUSES", "FORMAT", "HOLDS", "archive_of"]
