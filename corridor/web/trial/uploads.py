"""Uploads that are held in memory and nowhere else."""

from collections.abc import Mapping
from typing import IO, Any

from django.core.files.uploadhandler import MemoryFileUploadHandler

LARGEST_UPLOAD = 2 << 20
"""Bytes, all files together."""


class InMemoryOnly(MemoryFileUploadHandler):
    """Takes what fits and lets the rest of the request pass by: no temporary file is made."""

    largest = LARGEST_UPLOAD

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: Mapping[str, str],  # noqa: N803 - named so by Django
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> Any:
        del input_data, META, boundary, encoding
        self.activated = content_length <= self.largest

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if self.activated:
            return super().receive_data_chunk(raw_data, start)
        return None
