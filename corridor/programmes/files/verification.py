"""Is this folder what it says? Checked from its files alone."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.algorithms.matching import certificate
from corridor.programmes.files.documents import WITHOUT_PROOF
from corridor.programmes.files.folder import CERTIFICATE, MATCHES
from corridor.programmes.intake import text_files
from corridor.programmes.intake.problems import InputRejected, Notes, rejected
from corridor.programmes.intake.sources import Limits, Source
from corridor.programmes.intake.tables import clean

MALFORMED = (LookupError, TypeError, ValueError, AttributeError, OverflowError)
"""What reading a document raises that somebody has changed."""

Value = TypeVar("Value")

Row = tuple[str, str, str, str]
"""Mentee, mentor, role, fit."""


@dataclass(frozen=True, kw_only=True)
class Verification:
    proven: tuple[str, ...]
    """What was shown to be true, in sentences."""
    faults: tuple[str, ...]

    @property
    def is_proven(self) -> bool:
        return not self.faults


def verify_folder(folder: Path) -> Verification:
    try:
        document = _read(folder / CERTIFICATE, _document)
        rows = _read(folder / MATCHES, _written)
    except InputRejected as refused:
        return _not_proven(*refused.lines())
    if document.get("format") == WITHOUT_PROOF:
        return _not_proven(_("This run formed circles; there is no proof of them to check."))
    try:
        verdict = certificate.check(document)
        given, listed = _given(document), [_row(*row) for row in document["matches"]]
    except MALFORMED:
        return _not_proven(
            _("%(file)s has been changed: it does not fit together.") % {"file": CERTIFICATE}
        )
    faults = (
        *verdict.problems,
        *_no_best(verdict),
        *_differences(Counter(row[:3] for row in rows), given),
        *_other_fits(rows, listed),
    )
    return Verification(proven=() if faults else tuple(_proven(verdict, document)), faults=faults)


def _not_proven(*faults: str) -> Verification:
    return Verification(proven=(), faults=faults)


def _read(path: Path, reader: Callable[[Path], Value]) -> Value:
    """Raises InputRejected."""
    try:
        return reader(path)
    except MALFORMED as error:
        text = _("This is not what was written there: it cannot be read.")
        raise rejected(path.name, text) from error


def _document(path: Path) -> dict[str, Any]:
    with Source.at(path).open() as stream:
        document = json.loads(stream.read())
    if not isinstance(document, dict):
        raise TypeError(path)
    return document


def _written(path: Path) -> list[Row]:
    notes = Notes()
    records = text_files.records(Source.at(path), Limits(), notes)
    _line, _done, header = next(records)
    at = {clean(title): place for place, title in enumerate(header)}
    rows = []
    for _line, _done, record in records:
        cells = [clean(cell) for cell in record]
        if any(cells):
            role = cells[at["role"]] if "role" in at else ""
            rows.append(_row(cells[at["mentee"]], cells[at["mentor"]], role, cells[at["fit"]]))
    notes.refuse_problems()
    return rows


def _row(mentee: str, mentor: str, role: str, fit: str) -> Row:
    return clean(mentee), clean(mentor), role, fit


def _given(document: Mapping[str, Any]) -> Counter[tuple[str, str, str]]:
    """The assignment that the proof speaks of, by name."""
    return Counter(
        (clean(request["mentee"]), clean(document["mentors"][column]), request.get("role", ""))
        for request, column in zip(document["requests"], document["given"], strict=True)
        if column >= 0
    )


def _no_best(verdict: certificate.Verdict) -> Iterator[str]:
    if not verdict.problems and verdict.value != verdict.bound:
        yield _("The matches are worth %(value)d; up to %(bound)d may be possible.") % {
            "value": verdict.value,
            "bound": verdict.bound,
        }


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


def _other_fits(rows: list[Row], listed: list[Row]) -> Iterator[str]:
    was = {row[:3]: row[3] for row in listed}
    for row in rows:
        fit = was.get(row[:3])
        if fit is not None and fit != row[3]:
            yield _("%(mentee)s with %(mentor)s: the fit was %(was)s and is %(fit)s.") % {
                **_named(row[:3]),
                "was": fit,
                "fit": row[3],
            }


def _proven(verdict: certificate.Verdict, document: Mapping[str, Any]) -> Iterator[str]:
    pairs, requests = len(document["mentor"]), len(document["given"])
    yield ngettext(
        "%(n)d match stands in the file as in the proof.",
        "All %(n)d matches stand in the file as in the proof.",
        verdict.matched,
    ) % {"n": verdict.matched}
    yield _("Nobody has more mentees than places, and every limit is kept.")
    yield _(
        "No other choice among these %(pairs)d possible pairs for %(requests)d requests is better:"
        " the value %(value)d is also the upper bound."
    ) % {"pairs": pairs, "requests": requests, "value": verdict.value}
