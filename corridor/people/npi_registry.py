"""The registry of United States clinicians (NPPES), asked for one number.

What comes back is read as if it were hostile, and addresses and phone numbers, which may be those
of a home, are left where they are.
"""

import json
from dataclasses import dataclass
from typing import Any

from corridor.algorithms.credentials.names import RegistryName
from corridor.kernel.outbound_http import NotReached, fetch

ADDRESS = "https://npiregistry.cms.hhs.gov/api/?version=2.1&number={number}"
PERSON = "NPI-1"
ACTIVE = "A"
LONGEST_TAXONOMY = 160
LONGEST_NAME = 100
MOST_NAMES = 10
OK = 200


class RegistryUnreadable(NotReached):
    """It answered something else than a record or none."""


@dataclass(frozen=True, kw_only=True)
class Found:
    is_person: bool
    """And an active number."""
    name: RegistryName
    other_names: tuple[RegistryName, ...]
    taxonomy: str
    state: str


def look_up(number: str) -> Found | None:
    """None where no such number is registered. Raises NotReached."""
    answer = fetch(ADDRESS.format(number=number), accept="application/json")
    if answer.code != OK:
        raise RegistryUnreadable(str(answer.code))
    return read_answer(answer.text, number=number)


def read_answer(text: str, *, number: str) -> Found | None:
    """Raises RegistryUnreadable."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RegistryUnreadable("no JSON") from error
    results = document.get("results") if isinstance(document, dict) else None
    if not isinstance(results, list):
        raise RegistryUnreadable("no results")
    for result in results:
        if isinstance(result, dict) and str(result.get("number", "")) == number:
            return _found(result)
    return None


def _found(result: dict[str, Any]) -> Found:
    basic = _object(result.get("basic"))
    taxonomy = _primary(_objects(result.get("taxonomies")))
    return Found(
        is_person=result.get("enumeration_type") == PERSON and basic.get("status") == ACTIVE,
        name=_name(basic),
        other_names=tuple(map(_name, _objects(result.get("other_names"))[:MOST_NAMES])),
        taxonomy=_text(taxonomy.get("desc"), LONGEST_TAXONOMY),
        state=_text(taxonomy.get("state"), 2),
    )


def _primary(taxonomies: list[dict[str, Any]]) -> dict[str, Any]:
    primary = [one for one in taxonomies if one.get("primary") is True]
    return (primary or taxonomies or [{}])[0]


def _name(given: dict[str, Any]) -> RegistryName:
    return RegistryName(
        given=_text(given.get("first_name"), LONGEST_NAME),
        middle=_text(given.get("middle_name"), LONGEST_NAME),
        family=_text(given.get("last_name"), LONGEST_NAME),
    )


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _objects(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(value: object, longest: int) -> str:
    """The registry writes two hyphens where it has nothing."""
    text = value.strip() if isinstance(value, str) else ""
    readable = "".join(letter for letter in text if letter.isprintable())
    return "" if readable == "--" else readable[:longest]
