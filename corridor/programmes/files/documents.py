"""matches.json and certificate.json: the run as values, for programs."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from corridor.programmes.documents import to_document
from corridor.programmes.files.certificate_form import SEAL, seal_of
from corridor.programmes.files.changes import ended_in_words, ended_matches
from corridor.programmes.files.results import Results
from corridor.programmes.files.spreadsheets import fit_text
from corridor.programmes.wording import sentences

FORMAT = "corridor-matches/1"

Listed = list[str]
"""Mentee, mentor, role, fit and both names as written: what matches.csv must agree with."""


def write_json(stream: BinaryIO, document: Any) -> None:
    stream.writelines(
        part.encode()
        for part in json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).iterencode(document)
    )
    stream.write(b"\n")


def write_certificate(
    stream: BinaryIO, certificate: Mapping[str, Any], listed: Iterable[Listed]
) -> None:
    """The proof, and beside it the rows of matches.csv that it speaks of."""
    document = {**certificate, "matches": list(listed)}
    document[SEAL] = seal_of(document)
    stream.write((json.dumps(document, ensure_ascii=False) + "\n").encode())


def listed_matches(results: Results) -> list[Listed]:
    names = results.names
    return [
        [
            match.mentee,
            match.mentor,
            match.role.value,
            fit_text(match.fit),
            names[match.mentee],
            names[match.mentor],
        ]
        for match in results.outcome.matches
    ]


def matches_document(results: Results) -> dict[str, Any]:
    outcome, names = results.outcome, results.names
    document = to_document(outcome)
    for match, written in zip(outcome.matches, document["matches"], strict=True):
        written["mentee_name"], written["mentor_name"] = names[match.mentee], names[match.mentor]
        written["reasons_in_words"] = sentences(match.compatibility.reasons, names)
        written["looks_in_words"] = sentences(match.looks, names)
    for left, written in zip(outcome.unmatched, document["unmatched"], strict=True):
        written["mentee_name"] = names[left.mentee]
        written["reasons_in_words"] = sentences(left.reasons, names)
    return {
        "format": FORMAT,
        "title": results.title,
        "made_on": results.made_on.isoformat(),
        "options": to_document(results.options),
        **document,
        "ended": [
            {
                **to_document(one.pair),
                "mentee_name": names[one.pair.mentee],
                "mentor_name": names[one.pair.mentor],
                "reason_in_words": ended_in_words(one, results),
            }
            for one in ended_matches(results)
        ],
    }
