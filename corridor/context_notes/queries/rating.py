"""What somebody may rate, has rated, and has written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When

from corridor.context_notes import policies
from corridor.context_notes.choices import SETTLES_AFTER
from corridor.context_notes.models import ContextNote, NoteFlag, NoteRating
from corridor.context_notes.queries.reading import STANDS, not_hidden
from corridor.people import queries as people
from corridor.posts import queries as posts
from corridor.safety import queries as safety
from corridor.safety.choices import Queue

if TYPE_CHECKING:
    from corridor.people.models import Profile

OPEN = Q(withdrawn_at=None, withheld_at=None) & ~Q(opened_at=None)
SHOWN = 100


def notes_to_rate(viewer: "Profile", *, now: datetime, field: str = "") -> QuerySet[ContextNote]:
    """Those of her own field first, then those that wait longest for answers; `field`: that one.

    None of hers, none on her posts, none that she has rated, none that she may not read.
    """
    rated = NoteRating.objects.filter(note=OuterRef("pk"), rater=viewer)
    rows = ContextNote.objects.filter(OPEN, settled_at=None, opened_at__gt=now - SETTLES_AFTER)
    rows = rows.filter(
        posts.may_read(viewer.pk, now=now, post="post__"),
        posts.by_nobody_hidden("author", viewer.pk, now=now),
        ~Exists(rated.order_by()),
    )
    rows = rows.exclude(author=viewer).exclude(post__author=viewer)
    if field:
        rows = rows.filter(field=field)
    is_hers = Case(When(field=viewer.specialty, then=Value(0)), default=Value(1))
    return (
        rows.annotate(number_of_ratings=Count("ratings"))
        .alias(order=is_hers)
        .select_related("author", "post__author")
        .order_by("order", "number_of_ratings", "opened_at", "pk")
    )


def fields_to_rate(viewer: "Profile", *, now: datetime) -> Sequence[str]:
    """Slugs of fields in which something waits for her."""
    rows = notes_to_rate(viewer, now=now).order_by().values_list("field", flat=True)
    return sorted(set(rows))


def may_rate(viewer: "Profile", note: ContextNote, *, now: datetime) -> bool:
    return note.is_open and note.settled_at is None and policies.can_rate(viewer, note, now=now)


def may_write_at_all(viewer: "Profile", *, now: datetime) -> bool:
    """On a post of her field."""
    return policies.is_clinician(viewer, now=now) and policies.has_field(viewer)


def own_notes(viewer_id: int) -> QuerySet[ContextNote]:
    """Newest first, withdrawn ones too."""
    rows = ContextNote.objects.filter(author=viewer_id).select_related("author", "post__author")
    return rows.order_by("-written_at", "-pk")


def own_rating(note: ContextNote, *, viewer_id: int) -> NoteRating | None:
    return NoteRating.objects.filter(note=note, rater=viewer_id).first()


@dataclass(frozen=True, kw_only=True)
class OwnPart:
    """What the viewer said of a note, if anything, and whether she may say it now."""

    rating: NoteRating | None
    may_rate: bool


def own_parts(
    notes: Sequence[ContextNote], *, viewer: "Profile", now: datetime
) -> Mapping[int, OwnPart]:
    """By number of the note, in two queries."""
    ratings = {
        one.note_id: one
        for one in NoteRating.objects.filter(note__in=[note.pk for note in notes], rater=viewer)
    }
    is_verified = people.is_verified(viewer, now=now)
    return {
        note.pk: OwnPart(
            rating=ratings.get(note.pk),
            may_rate=is_verified
            and note.is_open
            and note.settled_at is None
            and not policies.has_part(viewer, note),
        )
        for note in notes
    }


def own_flags_of_notes(viewer_id: int) -> Sequence[NoteFlag]:
    """Newest first."""
    rows = NoteFlag.objects.filter(by=viewer_id).select_related("note__post__author")
    return list(rows.order_by("-at", "-pk")[:SHOWN])


def note_to_look_at(note_id: int, *, viewer: "Profile | None", now: datetime) -> ContextNote | None:
    """Visitors see what stands under a post; members what can be rated; those with a part in it,
    and moderators whom somebody asked, whatever became of it."""
    viewer_id = viewer.pk if viewer else None
    rows = ContextNote.objects.filter(
        Q(author=viewer_id) | posts.may_read(viewer_id, now=now, post="post__")
        if viewer_id is not None
        else posts.may_read(None, now=now, post="post__"),
        pk=note_id,
    ).select_related("author", "post__author")
    if viewer is None or viewer_id is None:
        return rows.filter(STANDS).first()
    seen = OPEN | Q(author=viewer_id) | Q(post__author=viewer_id, withheld_at=None)
    if Queue.HEALTH in safety.queues_of(viewer):
        seen |= Q(withdrawn_at=None)
    return rows.filter(seen, not_hidden(viewer_id, now=now)).first()
