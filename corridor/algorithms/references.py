"""Works that a text refers to by number, recognised without asking anybody.

Articles by DOI, PMID and PMCID, trials by their number at ClinicalTrials.gov, preprints by that
of arXiv; each bare, with its name before it, or as an address.

A DOI begins with 10., a registrant and a slash (ISO 26324); what may follow is nearly
anything, so punctuation that ends the sentence is not taken for a part of it, as Crossref
advises (https://www.crossref.org/blog/dois-and-matching-regular-expressions/). Numbers of arXiv:
https://info.arxiv.org/help/arxiv_identifier.html .
"""

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote

STARTS = r"(?<![\w/.:#@=&?%-])"
"""Not within a word, an address or a hashtag."""
SITE = rf"(?:https?://|{STARTS})(?:www\.)?"
DOI = (
    rf"(?:(?P<at>{SITE}(?:dx\.)?doi\.org/)|\bdoi:\s*|(?<![\w/.:]))"
    r"(?P<doi>10\.\d{4,9}/[^\s\"<>]+)"
)
PMID = (
    rf"(?:{SITE}(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/(?:\?term=)?"
    r"|pubmed\.gov/|europepmc\.org/(?:article|abstract)/med/)"
    r"|\bPMID:?\s*)(?P<pmid>[1-9]\d{0,7})(?!\w)/?"
)
PMCID = (
    rf"(?:{SITE}(?:pmc\.ncbi\.nlm\.nih\.gov/articles/|ncbi\.nlm\.nih\.gov/pmc/articles/"
    r"|europepmc\.org/(?:articles?/(?:pmc/)?|abstract/pmc/))"
    rf"|\bPMCID:?\s*|{STARTS})(?P<pmcid>PMC[1-9]\d{{0,8}})(?!\w)/?"
)
NCT = (
    rf"(?:{SITE}(?:classic\.)?clinicaltrials\.gov/(?:study/|(?:ct2/)?show/(?:results/)?)"
    rf"|\bclinicaltrials\.gov:\s*|{STARTS})(?P<nct>NCT\d{{8}})(?!\w)"
)
ARXIV = (
    rf"(?:{SITE}(?:export\.)?arxiv\.org/(?:abs|pdf|html)/|\barxiv:\s*)"
    r"(?P<arxiv>(?:\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[a-z]{2})?/\d{7})(?:v[1-9]\d?)?)(?!\w)"
    r"(?:\.pdf\b)?"
)
PIECES = re.compile(rf"{DOI}|{PMID}|{PMCID}|{NCT}|{ARXIV}", re.IGNORECASE)
NEEDED = ("10.", "pmid", "pmc", "pubmed", "arxiv", "europepmc")
TRIAL = re.compile(r"nct\d")
"""These letters alone stand in many a word: function, junction."""
ENDS = ".,;:!?…'’”*"
BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}
Kind = Literal["doi", "pmid", "pmcid", "nct", "arxiv"]
ADDRESSES: dict[Kind, str] = {
    "doi": "https://doi.org/{}",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    "nct": "https://clinicaltrials.gov/study/{}",
    "arxiv": "https://arxiv.org/abs/{}",
}
LABELS: dict[Kind, str] = {
    "doi": "doi:{}",
    "pmid": "PMID {}",
    "pmcid": "{}",
    "nct": "{}",
    "arxiv": "arXiv:{}",
}
LONGEST_DOI = 200
WRITTEN = re.compile(r"[^\s\x00-\x1f\ufffd]+")
"""No address hides ends of lines in a DOI, or bytes that are no text."""


@dataclass(frozen=True, kw_only=True)
class Identifier:
    kind: Kind
    value: str
    """In small letters, which mean the same for a DOI; "PMC" and "NCT" are part of theirs."""

    @property
    def url(self) -> str:
        value = quote(self.value, safe="/:;()-._") if self.kind == "doi" else self.value
        return ADDRESSES[self.kind].format(value)

    @property
    def label(self) -> str:
        return LABELS[self.kind].format(self.value)


def identifiers(text: str) -> list[Identifier]:
    """Each once, in the order in which they are first named."""
    if not _may_name_any(text):
        return []
    found = (_identifier(match)[0] for match in PIECES.finditer(text))
    return list(dict.fromkeys(one for one in found if one is not None))


def with_addresses(text: str) -> str:
    """The same text with whole addresses, which other servers make links of."""

    def address(match: re.Match[str]) -> str:
        identifier, rest = _identifier(match)
        return match[0] if identifier is None else identifier.url + rest

    return PIECES.sub(address, text) if _may_name_any(text) else text


def _may_name_any(text: str) -> bool:
    """Most texts have none of what every number needs, and are not searched letter by letter."""
    letters = text.lower()
    return any(piece in letters for piece in NEEDED) or (
        "nct" in letters and TRIAL.search(letters) is not None
    )


def _identifier(match: re.Match[str]) -> tuple[Identifier | None, str]:
    """And what stands behind it in the sentence."""
    numbered = _numbered(match)
    if numbered is not None:
        return numbered, ""
    doi = _without_the_sentence(match["doi"])
    rest = match["doi"][len(doi) :]
    value = _without_the_sentence(unquote(doi)) if match["at"] else doi
    if value.endswith("/") or len(value) > LONGEST_DOI or not WRITTEN.fullmatch(value):
        return None, rest
    return Identifier(kind="doi", value=value.lower()), rest


def _numbered(match: re.Match[str]) -> Identifier | None:
    if match["pmid"]:
        return Identifier(kind="pmid", value=match["pmid"])
    if match["pmcid"]:
        return Identifier(kind="pmcid", value=match["pmcid"].upper())
    if match["nct"]:
        return Identifier(kind="nct", value=match["nct"].upper())
    if match["arxiv"]:
        return Identifier(kind="arxiv", value=match["arxiv"].lower())
    return None


def _without_the_sentence(doi: str) -> str:
    """A bracket belongs to it only where it was opened in it."""
    while doi and (doi[-1] in ENDS or _closes_nothing(doi)):
        doi = doi[:-1]
    return doi


def _closes_nothing(doi: str) -> bool:
    opening = BRACKETS.get(doi[-1])
    return opening is not None and doi.count(doi[-1]) > doi.count(opening)
