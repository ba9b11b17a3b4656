"""Lists of retractions in files: the CSV of Retraction Watch, as Crossref publishes it.

https://www.crossref.org/documentation/retrieve-metadata/retraction-watch/ . Needed are the columns
OriginalPaperDOI, OriginalPaperPubMedID, RetractionNature, RetractionDate and Reason; `Record ID`
and Title are read where they are there. Read line by line: the list has some 70,000 rows.
"""

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from corridor.algorithms.references import identifiers
from corridor.algorithms.retractions import Nature

NEEDED = (
    "OriginalPaperDOI",
    "OriginalPaperPubMedID",
    "RetractionNature",
    "RetractionDate",
    "Reason",
)
NATURES: Mapping[str, Nature] = {
    "retraction": Nature.RETRACTION,
    "expression of concern": Nature.CONCERN,
    "correction": Nature.CORRECTION,
    "reinstatement": Nature.REINSTATEMENT,
}
NONE = frozenset({"", "0", "unavailable", "none", "n/a"})
FORMATS = ("%m/%d/%Y", "%Y-%m-%d", "%m/%d/%y")
PMID = re.compile(r"[1-9]\d{0,7}")
LONGEST_REASON, LONGEST_TITLE, LONGEST_RECORD = 500, 500, 40
LONGEST_SAID = 60
LONGEST_LINE = 100_000
"""Of one row, in characters: a file without ends of lines is none of ours."""


class UnreadableList(Exception):
    """It has not the columns, or is no text."""


@dataclass(frozen=True, kw_only=True)
class ListedNotice:
    record: str
    doi: str
    pmid: str
    nature: Nature
    on: date | None
    reason: str
    title: str


@dataclass(frozen=True, kw_only=True)
class WrongRow:
    row: int
    """From 1; the line of titles is the first."""
    problem: str | Promise


@dataclass(frozen=True, kw_only=True)
class Unnamed:
    """A row on a work that has neither a DOI nor a PMID: nothing can refer to it."""


def read_notices(lines: Iterable[str]) -> Iterator[ListedNotice | WrongRow | Unnamed]:
    """Raises UnreadableList, also in the midst of the file."""
    reader = csv.DictReader(_plain(lines), restval="")
    try:
        titles = {title.strip(): title for title in reader.fieldnames or () if title}
        missing = [name for name in NEEDED if name not in titles]
        if missing:
            raise UnreadableList(
                _("The first line has no column %(names)s.") % {"names": ", ".join(missing)}
            )
        for row, said in enumerate(reader, start=2):
            told = {name: " ".join((said[title] or "").split()) for name, title in titles.items()}
            yield _read(row, told)
    except csv.Error as error:
        raise UnreadableList(_("The file is no CSV: %(why)s.") % {"why": error}) from error
    except UnicodeDecodeError as error:
        raise UnreadableList(_("The file is not in UTF-8.")) from error


def _plain(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if len(line) > LONGEST_LINE:
            raise UnreadableList(_("A line of the file is too long for a list of retractions."))
        yield line.replace("\0", "")


def _read(row: int, told: Mapping[str, str]) -> ListedNotice | WrongRow | Unnamed:
    nature = NATURES.get(told["RetractionNature"].lower())
    if nature is None:
        problem = _("%(text)r is no nature of a notice.")
        return WrongRow(
            row=row, problem=problem % {"text": told["RetractionNature"][:LONGEST_SAID]}
        )
    try:
        found_doi = _doi(told["OriginalPaperDOI"])
        found_pmid = _pmid(told["OriginalPaperPubMedID"])
        on = _day(told["RetractionDate"])
    except _WrongCell as wrong:
        return WrongRow(row=row, problem=str(wrong))
    if not found_doi and not found_pmid:
        return Unnamed()
    return ListedNotice(
        record=_record(told, nature),
        doi=found_doi,
        pmid=found_pmid,
        nature=nature,
        on=on,
        reason=_reason(told["Reason"]),
        title=_shown(told.get("Title", ""))[:LONGEST_TITLE],
    )


class _WrongCell(Exception):
    """Says what is wrong with a row."""


def _doi(text: str) -> str:
    """Empty where there is none. Raises _WrongCell."""
    if text.lower() in NONE:
        return ""
    found = [one for one in identifiers(text) if one.kind == "doi"]
    if len(found) != 1:
        raise _WrongCell(_("%(text)r is no DOI.") % {"text": text[:LONGEST_SAID]})
    return found[0].value


def _pmid(text: str) -> str:
    """As `_doi`."""
    number = text.removesuffix(".0")
    if number.lower() in NONE:
        return ""
    if not PMID.fullmatch(number):
        raise _WrongCell(_("%(text)r is no PMID.") % {"text": text[:LONGEST_SAID]})
    return number


def _day(text: str) -> date | None:
    """None where none is said. Raises _WrongCell."""
    if not text:
        return None
    day = text.split(" ", maxsplit=1)[0].split("T", maxsplit=1)[0]
    for one in FORMATS:
        try:
            return datetime.strptime(day, one).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise _WrongCell(_("%(text)r is no day.") % {"text": text[:LONGEST_SAID]})


def _reason(text: str) -> str:
    """`+Falsification/Fabrication of Data;+Concerns/Issues About Data;` in words."""
    several = (_shown(one).lstrip("+ ") for one in text.split(";"))
    return "; ".join(one for one in several if one)[:LONGEST_REASON]


def _shown(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable()).strip()


def _record(told: Mapping[str, str], nature: Nature) -> str:
    number = told.get("Record ID", "")
    if number and len(number) <= LONGEST_RECORD and number.isascii() and number.isprintable():
        return number
    said = (
        told["OriginalPaperDOI"].lower(),
        told["OriginalPaperPubMedID"],
        nature.value,
        told["RetractionDate"],
    )
    return hashlib.sha256("\n".join(said).encode()).hexdigest()
