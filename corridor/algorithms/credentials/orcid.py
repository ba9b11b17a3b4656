"""The check character of an ORCID iD: ISO/IEC 7064, MOD 11-2, as ORCID's support pages give it."""

import re

SHAPE = re.compile(r"(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])", re.ASCII)
CHARACTERS = "0123456789X"
PAGES = ("https://orcid.org/", "http://orcid.org/", "https://www.orcid.org/", "orcid.org/")


class NotAnOrcid(Exception):
    """Sixteen characters, the last one a check character that fits."""


def plain_orcid(text: str) -> str:
    """`0000-0002-1825-0097`, from that, from the address of its page, or without hyphens.

    Raises NotAnOrcid.
    """
    rest = text.strip()
    for page in PAGES:
        if rest.lower().startswith(page):
            rest = rest[len(page) :].rstrip("/")
            break
    found = SHAPE.fullmatch(rest.upper())
    if found is None:
        raise NotAnOrcid(text)
    digits = "".join(found.groups())
    if digits[-1] != _check_character(digits[:-1]):
        raise NotAnOrcid(text)
    return "-".join(found.groups())


def _check_character(digits: str) -> str:
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    return CHARACTERS[(12 - total % 11) % 11]
