"""Plain words as a text in Markdown, so that they read there as they were typed.

What Markdown would take for a sign of its own gets a backslash, a line ends where it ended, and
addresses become links. https://spec.commonmark.org/0.31.2/#backslash-escapes
"""

import re
from collections.abc import Iterator

ADDRESS = re.compile(r"https?://[^\s<>\"'`\\{}|^]+")
ENDS_SENTENCE = ".,;:!?"
SIGNS = re.compile(r"([\\`*_\[\]<>&~])")
BEGINS_LINE = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+=](?=[\s\-+=]|$)|\d{1,9}(?=[.)](?:\s|$)))(.?)")


def in_markdown(text: str) -> str:
    """A line break within a paragraph is kept by a backslash at its end."""
    paragraphs = re.split(r"\n\s*\n", text.strip().replace("\r\n", "\n"))
    return "\n\n".join(
        "\\\n".join(_line(line.strip()) for line in one.split("\n")) for one in paragraphs
    )


def in_one_line(text: str) -> str:
    """For a heading, or between brackets."""
    return SIGNS.sub(r"\\\1", " ".join(text.split()))


def _line(line: str) -> str:
    return BEGINS_LINE.sub(_not_beginning, "".join(_pieces(line)))


def _not_beginning(found: re.Match[str]) -> str:
    space, sign, after = found.groups()
    return f"{space}{sign}\\{after}" if sign.isdigit() else f"{space}\\{sign}{after}"


def _pieces(line: str) -> Iterator[str]:
    at = 0
    for found in ADDRESS.finditer(line):
        address = _without_the_sentence(found[0])
        yield SIGNS.sub(r"\\\1", line[at : found.start()])
        yield f"<{address}>"
        at = found.start() + len(address)
    yield SIGNS.sub(r"\\\1", line[at:])


def _without_the_sentence(address: str) -> str:
    """A full stop, or a bracket that opened before it, belongs to the words around."""
    shorter = address.rstrip(ENDS_SENTENCE)
    if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
        shorter = _without_the_sentence(shorter[:-1])
    return shorter
