"""Works that a text refers to by number: DOI and PMID, recognised without asking anybody.

A DOI begins with 10., a registrant and a slash (ISO 26324); what may follow is nearly
anything, so punctuation that ends the sentence is not taken for a part of it, as Crossref
advises (https://www.crossref.org/blog/dois-and-matching-regular-expressions/).
"""

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote

DOI = (
    r"(?:(?P<at>https?://(?:dx\.|www\.)?doi\.org/)|\bdoi:\s*|(?<![\w/.:]))"
    r"(?P<doi>10\.\d{4,9}/[^\s\"<>]+)"
)
PMID = (
    r"(?:https?://(?:www\.)?pubmed\.ncbi\.nlm\.nih\.gov/|\bPMID:?\s*)(?P<pmid>[1-9]\d{0,7})(?!\w)/?"
)
PIECES = re.compile(rf"{DOI}|{PMID}", re.IGNORECASE)
ENDS = ".,;:!?…'’”*"
BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}
LONGEST_DOI = 200
WRITTEN = re.compile(r"[^\s\x00-\x1f\ufffd]+")
"""No address hides ends of lines in a DOI, or bytes that are no text."""


@dataclass(frozen=True, kw_only=True)
class Identifier:
    kind: Literal["doi", "pmid"]
    value: str
    """A DOI in small letters: they are the same in any case."""

    @property
    def url(self) -> str:
        if self.kind == "doi":
            return f"https://doi.org/{quote(self.value, safe='/:;()-._')}"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.value}/"

    @property
    def label(self) -> str:
        return f"{self.kind}:{self.value}" if self.kind == "doi" else f"PMID {self.value}"


def identifiers(text: str) -> list[Identifier]:
    """Each once, in the order in which they are first named."""
    found = (_identifier(match)[0] for match in PIECES.finditer(text))
    return list(dict.fromkeys(one for one in found if one is not None))


def with_addresses(text: str) -> str:
    """The same text with whole addresses, which other servers make links of."""

    def address(match: re.Match[str]) -> str:
        identifier, rest = _identifier(match)
        return match[0] if identifier is None else identifier.url + rest

    return PIECES.sub(address, text)


def _identifier(match: re.Match[str]) -> tuple[Identifier | None, str]:
    """And what stands behind it in the sentence."""
    if match["pmid"]:
        return Identifier(kind="pmid", value=match["pmid"]), ""
    doi = _without_the_sentence(match["doi"])
    rest = match["doi"][len(doi) :]
    value = _without_the_sentence(unquote(doi)) if match["at"] else doi
    if value.endswith("/") or len(value) > LONGEST_DOI or not WRITTEN.fullmatch(value):
        return None, rest
    return Identifier(kind="doi", value=value.lower()), rest


def _without_the_sentence(doi: str) -> str:
    """A bracket belongs to it only where it was opened in it."""
    while doi and (doi[-1] in ENDS or _closes_nothing(doi)):
        doi = doi[:-1]
    return doi


def _closes_nothing(doi: str) -> bool:
    opening = BRACKETS.get(doi[-1])
    return opening is not None and doi.count(doi[-1]) > doi.count(opening)
