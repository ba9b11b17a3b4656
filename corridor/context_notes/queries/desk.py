"""What moderators of misleading words are asked about notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Exists, Min, OuterRef, Q, QuerySet

from corridor.context_notes.models import ContextNote, NoteAppeal, NoteFlag
from corridor.people import queries as people
from corridor.safety import queries as safety
from corridor.safety.choices import Queue

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class NoteCase:
    note: ContextNote
    flags: Sequence[NoteFlag]
    """That wait, or all of them once decided; who flagged is not told to the note's author."""


def is_judge(viewer: "Profile | None") -> bool:
    return viewer is not None and Queue.HEALTH in safety.queues_of(viewer)


def notes_to_judge(viewer: "Profile", *, now: datetime) -> QuerySet[ContextNote]:
    """That somebody flagged, those first that waited longest; none that she is party to."""
    waiting = NoteFlag.objects.filter(note=OuterRef("pk"), heard_at=None)
    rows = _hers(viewer, now).filter(Exists(waiting.order_by()))
    rows = rows.filter(withheld_at=None, withdrawn_at=None)
    mine = NoteFlag.objects.filter(note=OuterRef("pk"), heard_at=None, by=viewer)
    return (
        rows.exclude(Exists(mine.order_by()))
        .annotate(flagged_at=Min("flags__at", filter=Q(flags__heard_at=None)))
        .order_by("flagged_at", "pk")
    )


def note_to_judge(note_id: int, *, viewer: "Profile", now: datetime) -> NoteCase | None:
    note = notes_to_judge(viewer, now=now).filter(pk=note_id).first()
    if note is None:
        return None
    flags = note.flags.filter(heard_at=None).select_related("by").order_by("at", "pk")
    return NoteCase(note=note, flags=list(flags))


def appeals_waiting(viewer: "Profile", *, now: datetime) -> QuerySet[NoteAppeal]:
    """Oldest first; those against what she took away wait for somebody else."""
    rows = NoteAppeal.objects.filter(decided_at=None, note__in=_hers(viewer, now).values("pk"))
    rows = rows.exclude(note__withheld_by=viewer)
    return rows.select_related("note__author", "note__post__author").order_by("at", "pk")


def appeal_to_judge(appeal_id: int, *, viewer: "Profile", now: datetime) -> NoteAppeal | None:
    return appeals_waiting(viewer, now=now).filter(pk=appeal_id).first()


def number_waiting(viewer: "Profile", *, now: datetime) -> int:
    return notes_to_judge(viewer, now=now).count() + appeals_waiting(viewer, now=now).count()


def _hers(viewer: "Profile", now: datetime) -> QuerySet[ContextNote]:
    if not is_judge(viewer):
        return ContextNote.objects.none()
    apart = {viewer.pk, *people.kept_from(viewer, today=now.date())}
    rows = ContextNote.objects.exclude(author__in=apart).exclude(post__author__in=apart)
    return rows.select_related("author", "post__author")
