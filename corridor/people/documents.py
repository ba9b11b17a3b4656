"""Documents that people send to be verified: hostile until looked at.

What a file is, its first bytes say, never its name. Pictures are drawn anew from their pixels:
no place where they were taken, no second file behind them. A PDF is written anew with what it
shows; it is only ever given to a reviewer as a download, in a sandbox.
"""

import warnings
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from corridor.kernel.bare_pdf import PdfIsBroken, bare_pdf
from corridor.people.medical_images import refuse_dicom

MOST_BYTES = 5 << 20
MOST_PIXELS = 50_000_000
PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
ENDINGS = {PDF: "pdf", JPEG: "jpg", PNG: "png"}
BEGINNINGS = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    UnidentifiedImageError,
    Image.DecompressionBombError,
)
"""What Pillow raises on files that are not what they say; SyntaxError is its word for them."""


class NotADocument(Exception):
    """No PDF, JPEG or PNG, or a broken one."""


class DocumentTooLarge(Exception):
    """More bytes or pixels than anybody needs to read it."""


def kind_of(content: bytes) -> str:
    """Raises NotADocument."""
    for beginning, kind in BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    raise NotADocument


def clean_document(content: bytes) -> bytes:
    """What is kept of a file. Raises IsDicom, NotADocument, DocumentTooLarge or PdfIsLocked."""
    if len(content) > MOST_BYTES:
        raise DocumentTooLarge
    refuse_dicom(content)
    kind = kind_of(content)
    if kind == PDF:
        return _written_anew(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return _drawn_anew(content, kind)
    except BROKEN as broken:
        raise NotADocument from broken


def _written_anew(content: bytes) -> bytes:
    try:
        return bare_pdf(content)
    except PdfIsBroken as broken:
        raise NotADocument from broken


def _drawn_anew(content: bytes, kind: str) -> bytes:
    form = "JPEG" if kind == JPEG else "PNG"
    with Image.open(BytesIO(content), formats=(form,)) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise DocumentTooLarge
        upright = ImageOps.exif_transpose(picture).convert("RGB")
        # A new image has none of the metadata that Pillow would otherwise carry over.
        bare = Image.new("RGB", upright.size)
        bare.paste(upright)
    out = BytesIO()
    bare.save(out, form, quality=90)
    return out.getvalue()
