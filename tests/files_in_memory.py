"""Files that tests save: in memory, and opened anew by whoever reads, as files of a disk are."""

from io import BytesIO

from django.core.files.base import ContentFile, File
from django.core.files.storage import InMemoryStorage


class FilesInMemory(InMemoryStorage):
    """Django's hands out the one it keeps: an answer that sends it ends when another closes it."""

    changes = 0

    def _save(self, name: str, content: File) -> str:
        self.changes += 1
        return super()._save(name, content)

    def delete(self, name: str) -> None:
        self.changes += 1
        super().delete(name)

    def _open(self, name: str, mode: str = "rb") -> File:
        kept = super()._open(name, mode)
        if mode != "rb" or not isinstance(kept.file, BytesIO):
            return kept
        return ContentFile(kept.file.getvalue(), name=name)
