"""What a piece of evidence says, and how it is written into the chain of its file.

The record is what is shown and handed on: patient details are masked in it. Where something was,
the words as they were lie beside it with a salt, and the record holds a commitment to them: so a
masked copy can be checked, and the whole words can be proven later to be the same.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from corridor.algorithms.evidence_chain import commitment, digest_of
from corridor.incidents import masking
from corridor.incidents.choices import Kind
from corridor.incidents.evidence_files import LookedAt
from corridor.incidents.models import Incident, Piece, PieceFile

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_PIECES = 500
MOST_BYTES = 256 << 20
"""Of all files of one incident."""
SALT_BYTES = 32


class FileIsFull(Exception):
    """As many pieces, or as many bytes, as one incident holds."""


@dataclass(frozen=True, kw_only=True)
class NewPiece:
    kind: Kind
    words: str = ""
    who: str = ""
    """By whom it was said or done; with `told`, whom she told."""
    where: str = ""
    """An address, a place, a number."""
    happened_at: str = ""
    """ISO, as exactly as she knows it."""
    snapshot: Mapping[str, Any] = field(default_factory=dict)
    """Of a post here, as `snapshots` makes it."""
    masks: tuple[str, ...] = ()
    """Names of patients in it that she knows of."""


def add(
    new: NewPiece,
    files: Sequence[LookedAt],
    *,
    incident: Incident,
    by: "Profile",
    now: datetime,
) -> Piece:
    """In a transaction that holds the incident. Raises FileIsFull."""
    last = incident.pieces.order_by("-number").first()
    number = last.number + 1 if last else 1
    taken = sum(PieceFile.objects.filter(piece__incident=incident).values_list("size", flat=True))
    if number > MOST_PIECES or taken + sum(len(one.original) for one in files) > MOST_BYTES:
        raise FileIsFull
    piece = Piece(incident=incident, number=number, at=now, by=by)
    piece.previous = last.digest if last else ""
    piece.kept = _kept(
        _record(new, files, piece, by), own=masking.own_of(incident.owner), also=new.masks
    )
    piece.digest = digest_of(piece.kept["record"], previous=piece.previous)
    piece.save()
    for place, one in enumerate(files, start=1):
        file = PieceFile(piece=piece, number=place)
        file.keep(original=one.original, picture=one.picture)
        file.save()
    return piece


def _record(
    new: NewPiece, files: Sequence[LookedAt], piece: Piece, by: "Profile"
) -> dict[str, Any]:
    return {
        "number": piece.number,
        "kind": str(new.kind),
        "kept_at": piece.at.astimezone(UTC).isoformat(timespec="seconds"),
        "kept_by": by.handle,
        "happened_at": new.happened_at,
        "who": new.who,
        "where": new.where,
        "words": new.words,
        "snapshot": dict(new.snapshot),
        "files": [one.as_record() for one in files],
        "commitment": "",
    }


def _kept(record: dict[str, Any], *, own: frozenset[str], also: Sequence[str]) -> dict[str, Any]:
    shown = masking.masked(record, own=own, also=also)
    if shown == record:
        return {"record": record}
    salt = secrets.token_hex(SALT_BYTES)
    shown["commitment"] = commitment(record, salt=salt)
    return {"record": shown, "whole": record, "salt": salt}
