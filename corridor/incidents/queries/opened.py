"""An incident file opened for its owner: what she told, what is kept, what comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.formats import date_format

from corridor.algorithms.evidence_chain import Link, first_fault
from corridor.incidents import policies
from corridor.incidents.choices import STEPS_AFTER, CheckIns, Feeling, Kind, Step
from corridor.incidents.masking import masked, own_of
from corridor.incidents.models import CheckIn, Incident, Piece
from corridor.incidents.telling import Told, told_of

if TYPE_CHECKING:
    from corridor.people.models import Profile

SHORTEST_WITH_TIME = 11
"""Characters of an ISO moment that has more than the day."""


@dataclass(frozen=True, kw_only=True)
class OpenedPiece:
    piece: Piece
    record: Mapping[str, Any]
    """What is shown: masked, or whole where she said so; empty where it was removed."""
    is_masked: bool
    """There is more than is shown."""
    has_whole: bool

    @property
    def number(self) -> int:
        return self.piece.number

    @property
    def is_removed(self) -> bool:
        return self.piece.removed_at is not None

    @property
    def kind(self) -> Kind:
        return Kind(self.record["kind"])

    @property
    def is_about_telling(self) -> bool:
        return not self.is_removed and self.kind == Kind.TOLD

    @property
    def who(self) -> str:
        return str(self.record.get("who", ""))

    @property
    def where(self) -> str:
        return str(self.record.get("where", ""))

    @property
    def files(self) -> Sequence[Mapping[str, Any]]:
        files: Sequence[Mapping[str, Any]] = self.record.get("files", [])
        return files

    @property
    def snapshot(self) -> Mapping[str, Any]:
        snapshot: Mapping[str, Any] = self.record.get("snapshot", {})
        return snapshot

    @property
    def words_shown(self) -> str:
        """Of a post what it says, else what she wrote."""
        return str(self.snapshot.get("words") or self.record.get("words", ""))

    @property
    def happened_at(self) -> str:
        return str(self.record.get("happened_at", ""))

    @property
    def when_shown(self) -> str:
        """As exactly as it is known, by the reader's clock; else when it was kept."""
        said = self.happened_at
        if not said:
            return date_format(timezone.localtime(self.piece.at), "j F Y, H:i")
        moment = datetime.fromisoformat(said)
        if moment.tzinfo is not None:
            moment = timezone.localtime(moment)
        return date_format(moment, "j F Y, H:i" if len(said) >= SHORTEST_WITH_TIME else "j F Y")

    @property
    def sorts_by(self) -> tuple[datetime, int]:
        moment = datetime.fromisoformat(self.happened_at) if self.happened_at else self.piece.at
        return (timezone.make_aware(moment) if moment.tzinfo is None else moment, self.number)


@dataclass(frozen=True, kw_only=True)
class OpenedIncident:
    incident: Incident
    told: Told
    """Masked where a patient could be recognised; `own_words` are hers."""
    own_words: Told
    pieces: Sequence[OpenedPiece]
    """By number, removed ones too."""

    @property
    def title(self) -> str:
        return title_of(self.told, self.incident)

    @property
    def shown(self) -> list[OpenedPiece]:
        return [one for one in self.pieces if not one.is_removed]

    @cached_property
    def timeline(self) -> list[OpenedPiece]:
        """By when it happened."""
        return sorted(self.shown, key=lambda one: one.sorts_by)

    @property
    def who_knows(self) -> list[OpenedPiece]:
        return [one for one in self.timeline if one.is_about_telling]

    @property
    def fault(self) -> int | None:
        """Number of the first piece that somebody changed behind her back."""
        return first_fault(self.links)

    @property
    def links(self) -> list[Link]:
        """Of the chain; it is over what is masked, whatever is shown."""
        return [
            Link(
                number=one.number,
                previous=one.piece.previous,
                digest=one.piece.digest,
                record=None if one.is_removed else one.piece.kept["record"],
            )
            for one in self.pieces
        ]

    @property
    def last_digest(self) -> str:
        return self.pieces[-1].piece.digest if self.pieces else ""


@dataclass(frozen=True, kw_only=True)
class ShownStep:
    step: Step
    is_done: bool


@dataclass(frozen=True, kw_only=True)
class ShownCheckIn:
    check_in: CheckIn
    feeling: Feeling | None
    words: str


@dataclass(frozen=True, kw_only=True)
class Listed:
    incident: Incident
    title: str
    pieces: int


def own_incidents(viewer: "Profile") -> list[Listed]:
    """Open ones first, then the newest."""
    rows = policies.incidents_of(viewer).prefetch_related("pieces").order_by("-opened_at", "-pk")
    found = [
        Listed(
            incident=one,
            title=title_of(told_of(one.told), one),
            pieces=sum(piece.removed_at is None for piece in one.pieces.all()),
        )
        for one in rows
    ]
    return sorted(found, key=lambda one: one.incident.closed_at is not None)


def own_incident(incident_id: int, *, viewer: "Profile") -> Incident | None:
    rows = policies.incidents_of(viewer).select_related("owner__account")
    return rows.filter(pk=incident_id).first()


def opened(incident: Incident) -> OpenedIncident:
    """Three queries, however much is in it."""
    own_words = told_of(incident.told)
    return OpenedIncident(
        incident=incident,
        own_words=own_words,
        told=_masked_telling(own_words, incident),
        pieces=[_opened(one) for one in incident.pieces.select_related("by").order_by("number")],
    )


def title_of(told: Told, incident: Incident) -> str:
    day = timezone.localtime(incident.opened_at)
    return told.title or date_format(day, "j F Y")


def steps_now(opened_incident: OpenedIncident, *, now: datetime) -> list[ShownStep]:
    """Those that it is time for, and those already done."""
    since = now - opened_incident.incident.opened_at
    done = opened_incident.told.steps
    return [
        ShownStep(step=step, is_done=str(step) in done)
        for days, several in STEPS_AFTER.items()
        for step in several
        if since >= timedelta(days=days) - timedelta(hours=12) or str(step) in done
    ]


def check_ins_of(incident: Incident) -> list[ShownCheckIn]:
    return [shown_check_in(one) for one in incident.check_in_rows.order_by("due_at", "pk")]


def own_check_in(check_in_id: int, *, viewer: "Profile") -> CheckIn | None:
    """Once she was asked."""
    rows = CheckIn.objects.filter(pk=check_in_id, incident__owner=viewer)
    return rows.exclude(asked_at=None).select_related("incident__owner__account").first()


def check_ins_waiting(viewer: "Profile") -> list[CheckIn]:
    """Asked, and not answered; of open files."""
    rows = CheckIn.objects.filter(
        incident__owner=viewer, incident__closed_at=None, answered_at=None
    )
    rows = rows.exclude(asked_at=None).exclude(incident__check_ins=CheckIns.NONE)
    return list(rows.order_by("-asked_at", "-pk")[:10])


def shown_check_in(check_in: CheckIn) -> ShownCheckIn:
    said = check_in.said if check_in.answered_at else {}
    feeling = Feeling(said["feeling"]) if said else None
    return ShownCheckIn(check_in=check_in, feeling=feeling, words=said.get("words", ""))


def _masked_telling(told: Told, incident: Incident) -> Told:
    own = own_of(incident.owner)

    def without(words: str) -> str:
        return str(masked({"words": words}, own=own)["words"])

    return replace(
        told,
        what_happened=without(told.what_happened),
        what_is_false=without(told.what_is_false),
        what_i_want=without(told.what_i_want),
    )


def _opened(piece: Piece) -> OpenedPiece:
    if piece.removed_at is not None:
        return OpenedPiece(piece=piece, record={}, is_masked=False, has_whole=False)
    kept = piece.kept
    has_whole = "whole" in kept
    is_whole = has_whole and piece.is_whole
    return OpenedPiece(
        piece=piece,
        record=kept["whole"] if is_whole else kept["record"],
        is_masked=has_whole and not is_whole,
        has_whole=has_whole,
    )
