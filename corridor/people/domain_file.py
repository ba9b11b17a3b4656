"""Lists of mail domains in files: the list of universities of Hipo as JSON, or a CSV.

JSON is what https://github.com/Hipo/university-domains-list publishes: objects with `name`,
`domains` and `alpha_two_code`. A CSV has the columns `domain`, `institution` and, if it likes,
`country`.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from corridor.algorithms.credentials.domains import NotADomain, is_public_suffix, plain_domain

LONGEST_INSTITUTION = 160
COUNTRY = re.compile("[A-Z]{2}")


class UnreadableList(Exception):
    """Neither of the two shapes."""


@dataclass(frozen=True, kw_only=True)
class ListedDomain:
    domain: str
    institution: str
    country: str


@dataclass(frozen=True, kw_only=True)
class RowProblem:
    row: int
    """From 1; in a CSV the line of titles is the first."""
    problem: str | Promise


@dataclass(frozen=True, kw_only=True)
class DomainList:
    domains: tuple[ListedDomain, ...]
    problems: tuple[RowProblem, ...]


def read_list(content: bytes, *, is_json: bool) -> DomainList:
    """Raises UnreadableList."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableList(_("The file is not in UTF-8.")) from error
    domains: dict[str, ListedDomain] = {}
    problems = []
    for row, entry in _json_rows(text) if is_json else _csv_rows(text):
        try:
            domains.setdefault(*_listed(entry))
        except _WrongRow as wrong:
            problems.append(RowProblem(row=row, problem=str(wrong)))
    return DomainList(domains=tuple(domains.values()), problems=tuple(problems))


class _WrongRow(Exception):
    """Says what is wrong with it."""


@dataclass(frozen=True, kw_only=True)
class _Entry:
    domain: Any
    institution: Any
    country: Any


def _listed(entry: _Entry) -> tuple[str, ListedDomain]:
    institution = " ".join(str(entry.institution or "").split())
    country = str(entry.country or "").strip().upper()
    try:
        domain = plain_domain(str(entry.domain or ""))
    except NotADomain as error:
        raise _WrongRow(_("%(text)r is no domain.") % {"text": entry.domain}) from error
    if is_public_suffix(domain):
        raise _WrongRow(
            _("%(domain)s is shared by many and belongs to no institution.") % {"domain": domain}
        )
    if not institution or len(institution) > LONGEST_INSTITUTION:
        raise _WrongRow(_("The institution's name is missing or too long."))
    if country and not COUNTRY.fullmatch(country):
        raise _WrongRow(_("%(text)r is no country code of two letters.") % {"text": country})
    return domain, ListedDomain(domain=domain, institution=institution, country=country)


def _json_rows(text: str) -> Iterator[tuple[int, _Entry]]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableList(_("The file is no JSON.")) from error
    if not isinstance(document, list):
        raise UnreadableList(_("The JSON is no list of institutions."))
    for row, one in enumerate(document, start=1):
        given = one if isinstance(one, dict) else {}
        domains = given.get("domains")
        for domain in domains if isinstance(domains, list) and domains else [""]:
            yield (
                row,
                _Entry(
                    domain=domain,
                    institution=given.get("name"),
                    country=given.get("alpha_two_code"),
                ),
            )


def _csv_rows(text: str) -> Iterator[tuple[int, _Entry]]:
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""))
        titles = {title.strip().lower(): title for title in rows.fieldnames or () if title}
        name = titles.get("institution") or titles.get("name")
        if "domain" not in titles or name is None:
            raise UnreadableList(_("The first line must have the titles domain and institution."))
        for row, one in enumerate(rows, start=2):
            yield (
                row,
                _Entry(
                    domain=one[titles["domain"]],
                    institution=one[name],
                    country=one.get(titles.get("country", "")),
                ),
            )
    except csv.Error as error:
        raise UnreadableList(_("The file is no CSV.")) from error
