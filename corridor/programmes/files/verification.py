"""Is this folder what it says? Checked from its files alone."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.algorithms.matching import certificate
from corridor.algorithms.matching.options import FULL_FIT
from corridor.programmes.files.certificate_form import SEAL, Misshapen, refuse_misshapen, seal_of
from corridor.programmes.files.folder import CERTIFICATE, MATCHES
from corridor.programmes.files.summary import what_is_open
from corridor.programmes.intake import text_files
from corridor.programmes.intake.problems import InputRejected, Notes, rejected
from corridor.programmes.intake.sources import Limits, Source
from corridor.programmes.intake.tables import clean

MALFORMED = (LookupError, TypeError, ValueError, AttributeError, OverflowError, RecursionError)
"""What reading a document raises that somebody has changed."""

_NUMBER = re.compile(r"[0-9]{1,20}(\.[0-9]{0,40})?")

Value = TypeVar("Value")


class Row(NamedTuple):
    """What people read of a match; an empty text where the table has no such column."""

    mentee: str
    mentor: str
    role: str
    fit: str
    mentee_name: str
    mentor_name: str

    @property
    def couple(self) -> tuple[str, str, str]:
        return self.mentee, self.mentor, self.role


NEEDED = ("mentee", "mentor", "fit")


@dataclass(frozen=True, kw_only=True)
class Verification:
    proven: tuple[str, ...]
    """What was shown to be true, in sentences."""
    faults: tuple[str, ...]

    @property
    def is_proven(self) -> bool:
        return not self.faults


def verify_folder(folder: Path) -> Verification:
    if _has_circles(folder):
        return _not_proven(_("These matches are circles; for circles there is no proof to check."))
    try:
        document = _read(folder / CERTIFICATE, _document)
        rows = _read(folder / MATCHES, _written)
    except InputRejected as refused:
        return _not_proven(*refused.lines())
    try:
        refuse_misshapen(document)
        verdict = certificate.check(document)
        given, listed = _given(document), _listed(document)
        is_sealed = document[SEAL] == seal_of(document)
    except MALFORMED:
        return _not_proven(
            _("%(file)s has been changed: it does not fit together.") % {"file": CERTIFICATE}
        )
    faults = (
        *_broken_seal(is_sealed=is_sealed),
        *verdict.problems,
        *_no_best(verdict, document),
        *_differences(Counter(row.couple for row in rows), given),
        *_other_words(rows, listed),
    )
    return Verification(proven=() if faults else tuple(_proven(verdict, document)), faults=faults)


def _has_circles(folder: Path) -> bool:
    """No certificate, and a table that numbers circles."""
    if (folder / CERTIFICATE).exists() or not (folder / MATCHES).is_file():
        return False
    records = text_files.records(Source.at(folder / MATCHES), Limits(), Notes())
    try:
        header = list(map(clean, next(records, (0, []))[1]))
        first = next(records, (0, []))[1]
    except (InputRejected, *MALFORMED):
        return False
    return bool("circle" in header and _cell(first, header.index("circle")))


def _not_proven(*faults: str) -> Verification:
    return Verification(proven=(), faults=faults)


def _read(path: Path, reader: Callable[[Source], Value]) -> Value:
    """Raises InputRejected."""
    if path.exists() and not path.is_file():
        raise rejected(path.name, _("This is not a file."))
    try:
        return reader(Source.at(path))
    except MALFORMED as error:
        text = _("This is not what was written there: it cannot be read.")
        raise rejected(path.name, text) from error


def _document(source: Source) -> dict[str, Any]:
    with source.open() as stream:
        document = json.loads(stream.read())
    if not isinstance(document, dict):
        raise TypeError
    return document


def _written(source: Source) -> list[Row]:
    notes = Notes()
    records = text_files.records(source, Limits(), notes)
    at = _places(next(records, (0, []))[1])
    rows = []
    for line, record in records:
        cells = [clean(cell) for cell in record]
        if not any(cells):
            continue
        if len(cells) <= max(at[title] for title in NEEDED):
            notes.problem(source.name, _("This row is cut off."), line=line)
            continue
        rows.append(Row(*(_cell(cells, at.get(title)) for title in Row._fields)))
    notes.refuse_problems()
    return rows


def _places(header: Sequence[str]) -> dict[str, int]:
    """Where each title stands. Raises KeyError; a title twice could show one match and hide one."""
    titles = [clean(title) for title in header]
    if any(titles.count(title) != 1 for title in NEEDED):
        raise KeyError
    if any(titles.count(title) > 1 for title in Row._fields):
        raise KeyError
    return {title: place for place, title in enumerate(titles) if title in Row._fields}


def _cell(cells: Sequence[str], place: int | None) -> str:
    return "" if place is None or place >= len(cells) else cells[place]


def _given(document: Mapping[str, Any]) -> Counter[tuple[str, str, str]]:
    """The assignment that the proof speaks of, by name."""
    return Counter(
        (clean(request["mentee"]), clean(document["mentors"][column]), request.get("role", ""))
        for request, column in zip(document["requests"], document["given"], strict=True)
        if column >= 0
    )


def _listed(document: Mapping[str, Any]) -> list[Row]:
    """The rows of the table as they were written. Raises Misshapen where they are others."""
    listed = [Row(*map(clean, row)) for row in document["matches"]]
    if Counter(row.couple for row in listed) != _given(document):
        raise Misshapen
    return listed


def _broken_seal(*, is_sealed: bool) -> Iterator[str]:
    if not is_sealed:
        yield _("%(file)s is not as it was written: something in it has been changed.") % {
            "file": CERTIFICATE
        }


def _no_best(verdict: certificate.Verdict, document: Mapping[str, Any]) -> Iterator[str]:
    """What is open, in requests or else in points: the sums themselves have eighteen digits."""
    gap, scale = verdict.bound - verdict.value, document["scale"]
    if verdict.problems or not gap:
        return
    unserved = len(document["given"]) - verdict.matched
    yield what_is_open(
        requests=min(unserved, gap // scale["tier_unit"]),
        gain=gap // scale["unit"] * FULL_FIT // scale.get("fit", FULL_FIT),
    )


def _differences(
    written: Counter[tuple[str, str, str]], given: Counter[tuple[str, str, str]]
) -> Iterator[str]:
    for extra in sorted((written - given).elements()):
        yield _("%(file)s has %(mentee)s with %(mentor)s; the proof does not.") % _named(extra)
    for missing in sorted((given - written).elements()):
        yield _("%(file)s lacks %(mentee)s with %(mentor)s, who are in the proof.") % _named(
            missing
        )


def _named(couple: tuple[str, str, str]) -> dict[str, str]:
    return {"file": MATCHES, "mentee": couple[0], "mentor": couple[1]}


def _other_words(rows: list[Row], listed: list[Row]) -> Iterator[str]:
    """Fits and names that are not those which were written."""
    was_of = {row.couple: row for row in listed}
    for row in rows:
        was = was_of.get(row.couple, row)
        if not _same_number(was.fit, row.fit):
            yield _("%(mentee)s with %(mentor)s: the fit was %(was)s and is %(fit)s.") % {
                **_named(row.couple),
                "was": was.fit,
                "fit": row.fit,
            }
        for former, name in (
            (was.mentee_name, row.mentee_name),
            (was.mentor_name, row.mentor_name),
        ):
            if name != former:
                yield _("%(mentee)s with %(mentor)s: the name was “%(was)s” and is “%(name)s”.") % {
                    **_named(row.couple),
                    "was": former,
                    "name": name,
                }


def _same_number(one: str, other: str) -> bool:
    """A spreadsheet saves 87.60 as 87.6, or as 87,6."""
    numbers = [_NUMBER.fullmatch(text.replace(",", ".")) for text in (one, other)]
    if all(numbers):
        return Decimal(one.replace(",", ".")) == Decimal(other.replace(",", "."))
    return one == other


def _proven(verdict: certificate.Verdict, document: Mapping[str, Any]) -> Iterator[str]:
    pairs, requests = len(document["mentor"]), len(document["given"])
    yield ngettext(
        "%(n)d match stands in the file as in the proof.",
        "All %(n)d matches stand in the file as in the proof.",
        verdict.matched,
    ) % {"n": verdict.matched}
    yield _("Nobody has more mentees than places, and every limit is kept.")
    yield from _decimals(document)
    yield _(
        "No other choice among these %(pairs)d possible pairs for %(requests)d requests is better:"
        " added up anew, these matches are worth exactly as much as any choice can be."
    ) % {"pairs": pairs, "requests": requests}


def _decimals(document: Mapping[str, Any]) -> Iterator[str]:
    """Scored fits may have been finer than the proof can hold."""
    unit = document["scale"].get("fit", 0)
    texts = (row[3].replace(",", ".") for row in document["matches"]) if unit else ()
    if any((Decimal(text) * unit) % 1 for text in texts if _NUMBER.fullmatch(text)):
        yield _("The proof speaks of fits rounded to %(n)d decimals.") % {"n": len(str(unit)) - 1}
