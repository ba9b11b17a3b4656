"""Works in an answer of ORCID's public API, version 3.0: ``GET /v3.0/{iD}/works``.

The answer groups versions of one work; the first summary of a group is the one its owner
prefers (https://info.orcid.org/documentation/api-tutorials/api-tutorial-read-data-on-a-record/).
Whatever does not have the shape is left out: others write these records.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

LONGEST_TITLE, LONGEST_JOURNAL, LONGEST_DOI = 500, 300, 200
MOST_WORKS = 200
FIRST_YEAR, LAST_YEAR = 1800, 2200


@dataclass(frozen=True, kw_only=True)
class PublishedWork:
    title: str
    journal: str = ""
    year: int | None = None
    doi: str = ""


def works_in(answer: str) -> list[PublishedWork]:
    """In the order of the record, at most ``MOST_WORKS``; empty for what is no such answer."""
    try:
        document = json.loads(answer)
    except (ValueError, RecursionError):
        return []
    found = (_work(group) for group in _items(document, "group"))
    return [work for work in found if work is not None][:MOST_WORKS]


def _work(group: Any) -> PublishedWork | None:
    summary = next(_items(group, "work-summary"), None)
    title = _text(summary, "title", "title", "value")[:LONGEST_TITLE]
    if not title:
        return None
    return PublishedWork(
        title=title,
        journal=_text(summary, "journal-title", "value")[:LONGEST_JOURNAL],
        year=_year(_text(summary, "publication-date", "year", "value")),
        doi=_doi(summary),
    )


def _doi(summary: Any) -> str:
    for identifier in _items(_at(summary, "external-ids"), "external-id"):
        doi = _text(identifier, "external-id-value").lower()
        doi = doi.removeprefix("https://doi.org/").removeprefix("doi:").strip()
        is_doi = _text(identifier, "external-id-type") == "doi" and doi.startswith("10.")
        if is_doi and "/" in doi and len(doi) <= LONGEST_DOI and doi.isprintable():
            return doi
    return ""


def _year(text: str) -> int | None:
    year = int(text) if text.isascii() and text.isdigit() and len(text) == len("2026") else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def _items(value: Any, name: str) -> Iterator[Any]:
    items = _at(value, name)
    return iter(items if isinstance(items, list) else ())


def _text(value: Any, *path: str) -> str:
    for name in path:
        value = _at(value, name)
    if not isinstance(value, str):
        return ""
    return " ".join("".join(one if one.isprintable() else " " for one in value).split())


def _at(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None
