"""Pieces of evidence that hold on to one another, so that a change anywhere shows.

Each digest is made of the piece and of the digest before it, as in a hash chain (Haber and
Stornetta, How to time-stamp a digital document, 1991, doi 10.1007/BF00196791). Whoever changes,
adds or removes a piece breaks the chain from there on. What is withheld from a reader can stay in
it by a commitment: a digest of the words with chance before them, which tells nothing of them and
yet fits no others.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Record = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Link:
    number: int
    previous: str
    digest: str
    record: Record | None
    """None where it is not shown: removed, or left out."""


def digest_of(record: Record, *, previous: str) -> str:
    """SHA-256, in hex, of both as canonical JSON: sorted keys, no spaces, UTF-8."""
    return hashlib.sha256(canonical({"previous": previous, "record": record})).hexdigest()


def commitment(words: Any, *, salt: str) -> str:
    """Of words that are not shown; ``salt`` is at least 128 bits of chance, in hex."""
    return hashlib.sha256(canonical({"salt": salt, "words": words})).hexdigest()


def canonical(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def first_fault(links: Sequence[Link]) -> int | None:
    """Number of the first piece that is not as it was kept; None where all hold."""
    previous = ""
    for expected, link in enumerate(links, start=1):
        if link.number != expected or link.previous != previous:
            return expected
        if link.record is not None and _is_changed(link.record, link):
            return expected
        previous = link.digest
    return None


def _is_changed(record: Record, link: Link) -> bool:
    is_another = record.get("number") != link.number
    return is_another or digest_of(record, previous=link.previous) != link.digest
