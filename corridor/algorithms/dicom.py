"""Whether a file is a medical image as machines of a hospital write it.

Such a file says in hundreds of places whose body it shows. It is known by its content: by the mark
of DICOM part 10 (https://dicom.nema.org/medical/dicom/current/output/html/part10.html), by the
first element of what was stored without it, as by ACR-NEMA, and inside of a ZIP.
"""

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

HEAD = 132
MARK_AT = 128
MOST_LOOKED_AT = 40
"""Files of a ZIP; an export begins with its images or with the list of them."""
UNREADABLE = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What zipfile says of a broken file, or of a way of packing that it does not know."""
LIST_OF_FILES = "DICOMDIR"
ZIP = b"PK\x03\x04"
FIRST_ELEMENTS = re.compile(
    rb"""
      [\x02\x08]\x00 [\x00-\x18]\x00 (?: UL\x04\x00 | UI | CS | SH | DA | TM | LO )
    | [\x02\x08]\x00 \x00\x00 \x04\x00\x00\x00
    | \x08\x00 [\x01\x05\x08\x16\x18]\x00 [\x02-\x80]\x00\x00\x00 [A-Z0-9\\. ]
    | \x00[\x02\x08] \x00[\x00-\x18] (?: UL\x00\x04 | UI | CS | SH | DA | TM | LO )
    """,
    re.VERBOSE,
)
"""Group 2 or 8: with its type or without, the small byte first or the large."""


def is_dicom(file: bytes) -> bool:
    """Also inside of a ZIP. Its first 132 bytes are enough for anything else."""
    if file.startswith(ZIP):
        return _is_in_zip(file)
    return _begins_so(file)


def _begins_so(head: bytes) -> bool:
    return head[MARK_AT:HEAD] == b"DICM" or bool(FIRST_ELEMENTS.match(head))


def _is_in_zip(file: bytes) -> bool:
    try:
        with ZipFile(BytesIO(file)) as folder:
            inside = folder.infolist()[:MOST_LOOKED_AT]
            return any(_is_one(folder, one) for one in inside)
    except UNREADABLE:
        return False


def _is_one(folder: ZipFile, one: ZipInfo) -> bool:
    if one.filename.rpartition("/")[2].upper() == LIST_OF_FILES:
        return True
    if one.is_dir() or one.flag_bits & 1:  # sealed by a password
        return False
    try:
        with folder.open(one) as content:
            return _begins_so(content.read(HEAD))
    except UNREADABLE:
        return False
