"""Photographs inside a PDF lie there as JPEG, with all that a camera wrote into them."""

MARK = 0xFF
START, FIRST_SCAN = 0xD8, 0xDA
ALONE = {0x01, *range(0xD0, 0xD8)}
"""Marks that nothing follows."""
COLOURS = {0xE0, 0xEE}
"""JFIF and Adobe: without them colours are read otherwise."""
PROFILE, PROFILE_MARK = 0xE2, b"ICC_PROFILE\0"
OF_PROGRAMS, COMMENT = range(0xE0, 0xF0), 0xFE


def bare_photograph(content: bytes) -> bytes:
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
