"""Photographs inside a PDF lie there as JPEG or JPEG 2000, with all that was written into them."""

MARK = 0xFF
START, FIRST_SCAN = 0xD8, 0xDA
ALONE = {0x01, *range(0xD0, 0xD8)}
"""Marks that nothing follows."""
COLOURS = {0xE0, 0xEE}
"""JFIF and Adobe: without them colours are read otherwise."""
PROFILE, PROFILE_MARK = 0xE2, b"ICC_PROFILE\0"
OF_PROGRAMS, COMMENT = range(0xE0, 0xF0), 0xFE
STARTS_2000, COMMENT_2000, FIRST_TILE = b"\xff\x4f\xff\x51", 0x64, 0x90
"""Where a codestream begins, and two of its marks: ISO/IEC 15444-1, annex A."""
PIXELS, END_2000, BEGINNING_OF_TILE = b"\xff\x93", b"\xff\xd9", 12
"""Two more, and how long the mark of a tile is with its lengths."""
SIGNATURE = b"\0\0\0\x0cjP  \r\n\x87\n"
STAYING_BOXES = {b"jP  ", b"ftyp", b"rreq", b"jp2h", b"jpch", b"jplh", b"jp2c"}
"""The others hold words, identities and addresses: annex I."""
SHORT, LONG = 8, 16
"""Lengths of the beginning of a box."""


def bare_jpeg(content: bytes) -> bytes:
    """The same pixels without what programs and people wrote; as it is where it is no JPEG."""
    if content[:2] != bytes((MARK, START)):
        return content
    kept, at = [content[:2]], 2
    while at + 4 <= len(content) and content[at] == MARK:
        mark = content[at + 1]
        if mark == FIRST_SCAN:
            return b"".join((*kept, content[at:]))
        length = 2 if mark in ALONE else 2 + int.from_bytes(content[at + 2 : at + 4])
        if _stays(mark, content[at + 4 : at + length]):
            kept.append(content[at : at + length])
        at += length
    return b"".join((*kept, content[at:]))


def _stays(mark: int, said: bytes) -> bool:
    if mark == PROFILE:
        return said.startswith(PROFILE_MARK)
    return mark in COLOURS or (mark not in OF_PROGRAMS and mark != COMMENT)


def bare_jpeg2000(content: bytes) -> bytes:
    """The same, of a file or of a codestream alone. Raises ValueError where it is neither."""
    if content.startswith(STARTS_2000):
        return _bare_codestream(content)
    if not content.startswith(SIGNATURE):
        raise ValueError("no JPEG 2000")
    kept, at = [], 0
    while at < len(content):
        kind, body, at = _box(content, at)
        if kind == b"jp2c":
            body = _bare_codestream(body)
        if kind in STAYING_BOXES:
            kept.append((SHORT + len(body)).to_bytes(4) + kind + body)
    return b"".join(kept)


def _box(content: bytes, at: int) -> tuple[bytes, bytes, int]:
    """Kind, body, and where the next one begins."""
    length, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + SHORT]
    begins = at + SHORT
    if length == 0:  # up to the end
        length = len(content) - at
    elif length == 1:
        length, begins = int.from_bytes(content[begins : at + LONG]), at + LONG
    ends = at + length
    if not begins <= ends <= len(content):
        raise ValueError("a box that ends nowhere")
    return kind, content[begins:ends], ends


def _bare_codestream(content: bytes) -> bytes:
    """Without comments, and without what lies behind its end."""
    kept, at = [content[:2]], 2
    while at + 2 <= len(content) and content[at] == MARK:
        mark = content[at + 1]
        if mark == FIRST_TILE:
            return b"".join((*kept, _bare_tiles(content[at:])))
        length = 2 + int.from_bytes(content[at + 2 : at + 4])
        if mark != COMMENT_2000:
            kept.append(content[at : at + length])
        at += length
    raise ValueError("a codestream without tiles")


def _bare_tiles(content: bytes) -> bytes:
    """Comments stay as long as they were, and empty: lengths of tiles stand before them, too."""
    made, at = bytearray(content), 0
    while made[at : at + 2] == bytes((MARK, FIRST_TILE)):
        begins = _empty_comments(made, at + BEGINNING_OF_TILE)
        length = int.from_bytes(made[at + 6 : at + 10])
        ends = at + length if length else made.find(END_2000, begins)
        if ends < begins:
            raise ValueError("a tile that ends nowhere")
        at = ends
    if made[at : at + 2] not in (END_2000, b""):
        raise ValueError("something else between tiles")
    return bytes(made[: at + 2])


def _empty_comments(made: bytearray, at: int) -> int:
    """In what stands before the pixels of a tile; where those begin."""
    while made[at : at + 2] != PIXELS:
        ends = at + 2 + int.from_bytes(made[at + 2 : at + 4])
        if made[at : at + 1] != bytes((MARK,)) or not at + 4 <= ends <= len(made):
            raise ValueError("a tile without pixels")
        if made[at + 1] == COMMENT_2000:
            made[at + 4 : ends] = bytes(ends - at - 4)
        at = ends
    return at
