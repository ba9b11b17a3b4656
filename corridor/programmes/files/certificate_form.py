"""Is a certificate formed as ours are? What is checked after this can trust its parts to fit."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from corridor.programmes.intake.tables import clean

WHOLE_PROGRAMME = -1
"""In place of a mentor, in a limit on all matches together."""
LARGEST = 2**63 - 1
"""The solvers count in 64 bits; beyond them, and between whole numbers, nothing is exact."""

MOST_PARTS = 1_000_000
"""Prices of branches may be in parts of one."""


SEAL = "seal"


class Misshapen(ValueError):
    """No run of ours writes such a document."""


def seal_of(document: Mapping[str, Any]) -> str:
    """A digest of everything else in it, however it is laid out.

    A changed number can leave a proof a proof, of a market that nobody had. The seal shows it;
    it is no signature, and whoever changes the document on purpose can seal it again.
    """
    digest = hashlib.blake2b(digest_size=16)
    for name in sorted(document.keys() - {SEAL}):
        # One part at a time: the proof of a large programme fills much memory as text.
        part = json.dumps([name, document[name]], ensure_ascii=False, sort_keys=True)
        digest.update(part.encode())
    return digest.hexdigest()


def refuse_misshapen(document: Mapping[str, Any]) -> None:
    """Raises Misshapen, or KeyError where a part is missing."""
    requests, columns = _dicts(document["requests"]), _names(document["mentors"])
    pairs = _numbers(document["mentor"], length=None, least=0, most=len(columns) - 1)
    _numbers(document["given"], length=len(requests), least=-1, most=len(columns) - 1)
    _numbers(document["reward"], length=len(requests))
    _numbers(document["worth"], length=len(pairs))
    _numbers(document["price"], length=len(columns))
    _steps(document["start"], length=len(requests) + 1, last=len(pairs))
    places = _numbers(document["slot_cost"], length=None)
    _steps(document["slot_start"], length=len(columns) + 1, last=len(places))
    _limits(document, pairs=len(pairs), columns=len(columns))
    for priced in document["twice_price"]:
        _numbers(priced, length=3)
    twice = [(mentee, column) for mentee, column, _price in document["twice_price"]]
    _require(len(set(twice)) == len(twice))
    _branches(document.get("branches", []), pairs=len(pairs), columns=len(columns))
    _scale(document["scale"])
    _mentees(requests, document["mentee"])
    for listed in document["matches"]:
        _require(isinstance(listed, list) and all(isinstance(text, str) for text in listed))


def _scale(scale: Mapping[str, object]) -> None:
    _numbers([scale["unit"], scale["tier_unit"], scale.get("fit", 1)], length=3, least=1)


def _branches(values: object, *, pairs: int, columns: int) -> None:
    for number, branch in enumerate(_dicts(values)):
        _numbers([branch["parent"]], length=1, least=-1, most=max(-1, number - 1))
        _numbers([branch["pair"]], length=1, least=-1, most=pairs - 1)
        _numbers([branch["parts"]], length=1, least=1, most=MOST_PARTS)
        _require(type(branch["is_taken"]) is bool)
        most = LARGEST * MOST_PARTS
        _require(len(_numbers(branch["price"], length=None, least=0, most=most)) in {0, columns})
        _numbers(branch["limit_price"], length=None, least=0, most=most)
        for priced in branch["twice_price"]:
            _numbers(priced, length=3, most=most)
        twice = [(mentee, column) for mentee, column, _price in branch["twice_price"]]
        _require(len(set(twice)) == len(twice))


def _limits(document: Mapping[str, Any], *, pairs: int, columns: int) -> None:
    limits = _dicts(document["limits"])
    _numbers(document["limit_price"], length=len(limits))
    for limit in limits:
        limited = _numbers(limit["pairs"], length=None, least=0, most=pairs - 1)
        _require(len(set(limited)) == len(limited))
        _numbers([limit["mentor"]], length=1, least=WHOLE_PROGRAMME, most=columns - 1)
        _numbers([limit["places"]], length=1, least=0)


def _mentees(requests: Sequence[Mapping[str, Any]], numbers: object) -> None:
    """One number stands for one name: else a mentor could be given to somebody twice."""
    for request in requests:
        _require(isinstance(request["mentee"], str) and isinstance(request.get("role", ""), str))
    names = [clean(request["mentee"]) for request in requests]
    if numbers is None:
        _require(len(set(names)) == len(names))
        return
    numbered = set(zip(_numbers(numbers, length=len(names)), names, strict=True))
    _require(len({number for number, _name in numbered}) == len(numbered))
    _require(len({name for _number, name in numbered}) == len(numbered))


def _names(names: object) -> list[str]:
    """One mentor under two numbers would have her places twice."""
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise Misshapen
    _require(len(set(map(clean, names))) == len(names))
    return names


def _dicts(values: object) -> list[dict[str, Any]]:
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        raise Misshapen
    return values


def _steps(values: object, *, length: int, last: int) -> None:
    steps = _numbers(values, length=length, least=0, most=last)
    _require(steps[0] == 0 and steps[-1] == last)
    _require(all(here <= there for here, there in pairwise(steps)))


def _numbers(
    values: object, *, length: int | None, least: int = -LARGEST, most: int = LARGEST
) -> list[int]:
    """Whole numbers only: in JSON there are also true, 1.5, NaN and Infinity."""
    if not isinstance(values, list) or length not in {None, len(values)}:
        raise Misshapen
    _require(all(type(value) is int and least <= value <= most for value in values))
    return values


def _require(holds: bool) -> None:  # noqa: FBT001 - reads as a sentence
    if not holds:
        raise Misshapen
