"""Files that are kept as evidence: hostile until looked at.

What a file is, its first bytes say, never its name. The original is kept as it came, with what a
camera wrote into it, because that is what an examiner asks for; it is given back as a download
only. What pages show of it is a picture drawn anew from its pixels.
"""

import hashlib
import re
from dataclasses import dataclass

from corridor.kernel.pictures import (
    MOST_BYTES_OF_POSTS,
    NotAPicture,
    PictureTooLarge,
    fitted_pictures,
)

MOST_BYTES = MOST_BYTES_OF_POSTS
LONGEST_NAME = 120
NOT_IN_NAMES = re.compile(r"[^\w.\- ]+")
TEXT, MAIL, PDF = "text/plain", "message/rfc822", "application/pdf"
PICTURES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
BEGINNINGS = {
    b"%PDF-": PDF,
    b"ID3": "audio/mpeg",
    b"\xff\xfb": "audio/mpeg",
    b"OggS": "audio/ogg",
    b"fLaC": "audio/flac",
    b"\x1aE\xdf\xa3": "video/webm",
}
BRANDS = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"avif": "image/avif",
    b"M4A ": "audio/mp4",
    b"qt  ": "video/quicktime",
}
ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/heic": "heic",
    "image/avif": "avif",
    PDF: "pdf",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/flac": "flac",
    "audio/wav": "wav",
    "audio/mp4": "m4a",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/webm": "webm",
    MAIL: "eml",
    TEXT: "txt",
}
HEADERS_OF_MAIL = re.compile(
    r"^(from|received|return-path|delivered-to|message-id):", re.IGNORECASE | re.MULTILINE
)
"""Their names: https://www.rfc-editor.org/rfc/rfc5322"""
LOOKED_AT = 2000


class NotEvidence(Exception):
    """No picture, PDF, sound, video, mail or text; or a broken picture."""


class EvidenceTooLarge(Exception):
    """More bytes or pixels than can be kept."""


@dataclass(frozen=True, kw_only=True)
class GivenFile:
    name: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class LookedAt:
    name: str
    media_type: str
    sha256: str
    original: bytes
    picture: bytes
    """WebP; empty where it is no picture."""

    def as_record(self) -> dict[str, object]:
        return {
            "name": self.name,
            "media_type": self.media_type,
            "bytes": len(self.original),
            "sha256": self.sha256,
        }


def look_at(given: GivenFile) -> LookedAt:
    """Raises NotEvidence or EvidenceTooLarge."""
    if len(given.content) > MOST_BYTES:
        raise EvidenceTooLarge
    media_type = media_type_of(given.content)
    return LookedAt(
        name=_name(given.name, media_type),
        media_type=media_type,
        sha256=hashlib.sha256(given.content).hexdigest(),
        original=given.content,
        picture=_picture(given.content) if media_type.startswith("image/") else b"",
    )


def media_type_of(content: bytes) -> str:
    """Raises NotEvidence."""
    for beginning, media_type in (PICTURES | BEGINNINGS).items():
        if content.startswith(beginning):
            return media_type
    if content[:4] == b"RIFF" and content[8:12] in {b"WEBP", b"WAVE"}:
        return "image/webp" if content[8:12] == b"WEBP" else "audio/wav"
    if content[4:8] == b"ftyp":
        return BRANDS.get(content[8:12], "video/mp4")
    return _text_type(content)


def _text_type(content: bytes) -> str:
    try:
        text = content.decode()
    except UnicodeDecodeError as strange:
        raise NotEvidence from strange
    if not text.strip() or "\0" in text:
        raise NotEvidence
    return MAIL if HEADERS_OF_MAIL.search(text[:LOOKED_AT]) else TEXT


def _picture(content: bytes) -> bytes:
    try:
        return fitted_pictures(content).full.file
    except NotAPicture as broken:
        raise NotEvidence from broken
    except PictureTooLarge as large:
        raise EvidenceTooLarge from large


def _name(given: str, media_type: str) -> str:
    """What it was called, with the ending of what it is."""
    stem = given.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or given
    clean = NOT_IN_NAMES.sub("_", stem).strip(" ._")[:LONGEST_NAME] or "file"
    return f"{clean}.{ENDINGS[media_type]}"
