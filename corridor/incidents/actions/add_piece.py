"""Evidence is added to an incident file, or taken out of it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from corridor.incidents import recording, snapshots
from corridor.incidents.actions.hold import hold
from corridor.incidents.choices import Kind
from corridor.incidents.evidence_files import GivenFile, LookedAt, look_at
from corridor.incidents.models import Incident, Piece
from corridor.incidents.recording import NewPiece
from corridor.incidents.telling import LONGEST_LINE, LONGEST_WORDS, WordsTooLong
from corridor.kernel.rate_limits import is_within_limit_of
from corridor.safety import queries as safety

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_FILES = 10
MOST_AN_HOUR = 200
AN_HOUR = 60 * 60


class NothingToKeep(Exception):
    """No words and no file."""


class TooManyFiles(Exception):
    """More files at once than one piece holds."""


class TooManyPieces(Exception):
    """More within an hour than anybody adds by hand."""


class CopyTheWords(Exception):
    """A page elsewhere, which this server does not fetch: she has to say what it says."""


class RemovedAlready(Exception):
    """It is taken out."""


class FlagNotThere(Exception):
    """She did not flag that, or its time is over."""


def add_piece(
    new: NewPiece,
    given: Sequence[GivenFile] = (),
    *,
    incident: Incident,
    by: "Profile",
    now: datetime,
) -> Piece:
    """A post of this server is kept as it is now; `words` then are what she says of it.

    Raises NotYourIncident, NothingToKeep, WordsTooLong, CopyTheWords, PostNotThere, TooManyFiles,
    TooManyPieces, NotEvidence, EvidenceTooLarge or FileIsFull.
    """
    whole, files = prepare(new, given, viewer=by, now=now)
    with transaction.atomic():
        return recording.add(whole, files, incident=hold(incident, by=by), by=by, now=now)


def prepare(
    new: NewPiece, given: Sequence[GivenFile], *, viewer: "Profile", now: datetime
) -> tuple[NewPiece, list[LookedAt]]:
    """Everything that needs no lock. Raises as `add_piece`."""
    if max(len(new.who), len(new.where)) > LONGEST_LINE or len(new.words) > LONGEST_WORDS:
        raise WordsTooLong
    if not is_within_limit_of(str(viewer.pk), "evidence", most=MOST_AN_HOUR, seconds=AN_HOUR):
        raise TooManyPieces
    post = snapshots.post_named(new.where) if new.kind == Kind.POST else None
    if post is not None:
        snapshot, pictures = snapshots.of_post(post, viewer=viewer, now=now)
        new, given = of_post(new, snapshot), [*pictures, *given]
    elif new.kind == Kind.POST and not new.words.strip() and not given:
        raise CopyTheWords
    is_told = new.kind == Kind.TOLD and bool(new.who.strip())
    if not (new.words.strip() or new.snapshot or given or is_told):
        raise NothingToKeep
    if len(given) > MOST_FILES:
        raise TooManyFiles
    return new, [look_at(one) for one in given]


def keep_flagged(flag_id: int, *, incident: Incident, by: "Profile", now: datetime) -> Piece:
    """What she flagged: the post as it is now, or as it was when she flagged it.

    Raises as `add_piece`, and FlagNotThere.
    """
    flagged = safety.flagged_by(flag_id, viewer_id=by.pk)
    if flagged is None:
        raise FlagNotThere
    if flagged.address:
        with suppress(snapshots.PostNotThere):
            now_there = NewPiece(kind=Kind.POST, where=flagged.address)
            return add_piece(now_there, incident=incident, by=by, now=now)
    new = NewPiece(
        kind=Kind.POST,
        who=f"{flagged.name} (@{flagged.handle})",
        where=flagged.address,
        happened_at=flagged.said_at,
        snapshot={
            "who": flagged.name,
            "handle": flagged.handle,
            "address": flagged.address,
            "at": flagged.said_at,
            "words": flagged.words,
            "seen_at": snapshots.moment(flagged.seen_at),
        },
    )
    with transaction.atomic():
        return recording.add(new, [], incident=hold(incident, by=by), by=by, now=now)


@transaction.atomic
def remove_piece(number: int, *, incident: Incident, by: "Profile", now: datetime) -> None:
    """What it said is gone for good. Raises NotYourIncident or RemovedAlready."""
    piece = _piece(number, hold(incident, by=by))
    piece.files.all().delete()
    piece.removed_at, piece.sealed_kept = now, b""
    piece.save(update_fields=["removed_at", "sealed_kept"])


@transaction.atomic
def show_whole(number: int, *, incident: Incident, is_whole: bool, by: "Profile") -> None:
    """What was masked is no detail of a patient, or is one after all.

    Raises NotYourIncident or RemovedAlready.
    """
    piece = _piece(number, hold(incident, by=by))
    piece.is_whole = is_whole
    piece.save(update_fields=["is_whole"])


def _piece(number: int, incident: Incident) -> Piece:
    piece = incident.pieces.filter(number=number, removed_at=None).first()
    if piece is None:
        raise RemovedAlready
    return piece


def of_post(new: NewPiece, snapshot: dict[str, Any]) -> NewPiece:
    """Said, where and when as the post itself says."""
    return replace(
        new,
        who=f"{snapshot['who']} (@{snapshot['handle']})",
        where=snapshot["address"],
        happened_at=snapshot["at"],
        snapshot=snapshot,
    )
