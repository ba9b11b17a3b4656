"""A work in an answer of Crossref's REST API: ``GET /works/{doi}``.

https://www.crossref.org/documentation/retrieve-metadata/rest-api/ . Whatever does not have the
shape is left out: publishers write these records.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

LONGEST_TITLE, LONGEST_JOURNAL, LONGEST_AUTHORS = 500, 300, 500
MOST_AUTHORS = 6
FIRST_YEAR, LAST_YEAR = 1600, 2200


@dataclass(frozen=True, kw_only=True)
class KnownWork:
    title: str
    authors: str = ""
    """As a list of references has them: "Breu AC, Cooper AZ"."""
    journal: str = ""
    year: int | None = None


def work_in(answer: str) -> KnownWork | None:
    try:
        document = json.loads(answer)
    except (ValueError, RecursionError):
        return None
    work = document.get("message") if isinstance(document, dict) else None
    if not isinstance(work, dict):
        return None
    title = _first(work.get("title"))[:LONGEST_TITLE]
    if not title:
        return None
    return KnownWork(
        title=title,
        authors=_authors(work.get("author"))[:LONGEST_AUTHORS],
        journal=_first(work.get("container-title"))[:LONGEST_JOURNAL],
        year=_year(work.get("issued")),
    )


def _authors(value: Any) -> str:
    people = [one for one in _items(value) if isinstance(one, dict)]
    names = [name for one in people if (name := _name(one))]
    shown = ", ".join(names[:MOST_AUTHORS])
    return f"{shown}, et al." if len(names) > MOST_AUTHORS else shown


def _name(person: dict[str, Any]) -> str:
    family = _text(person.get("family"))
    if not family:
        return _text(person.get("name"))
    initials = "".join(part[0] for part in re.split(r"[\s.-]+", _text(person.get("given"))) if part)
    return f"{family} {initials}".strip()


def _year(issued: Any) -> int | None:
    parts = _items(issued.get("date-parts")) if isinstance(issued, dict) else []
    first = _items(parts[0]) if parts else []
    year = first[0] if first and isinstance(first[0], int) else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def _first(value: Any) -> str:
    return next((text for one in _items(value) if (text := _text(one))), "")


def _items(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


def _text(value: Any) -> str:
    """Titles come with tags of their publisher, <i> and <sup>, and with entities."""
    if not isinstance(value, str):
        return ""
    plain = unescape(re.sub(r"<[^<>]{1,40}>", "", value))
    return " ".join("".join(one if one.isprintable() else " " for one in plain).split())
