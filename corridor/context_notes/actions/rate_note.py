"""A verified member says whether a note helps."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.context_notes import policies
from corridor.context_notes.choices import FITTING, Answer, Why
from corridor.context_notes.models import ContextNote, NoteRating
from corridor.kernel.rate_limits import is_within_limit_of

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_A_DAY = 200
A_DAY = int(timedelta(days=1).total_seconds())


class NotYoursToRate(Exception):
    """Her own note, a note on her own post, or she is not verified."""


class NotOpen(Exception):
    """Its author may still be answered, it is gone, or its standing is settled."""


class ReasonsDoNotFit(Exception):
    """Praise with a note that does not help, or the other way round."""


class TooManyRatings(Exception):
    """More than anybody reads in a day."""


class NotRated(Exception):
    """There is nothing to take back."""


@transaction.atomic
def rate_note(
    answer: Answer, reasons: Collection[Why], *, note: ContextNote, by: "Profile", now: datetime
) -> NoteRating:
    """What she said before is replaced.

    Raises NotYoursToRate, NotOpen, ReasonsDoNotFit or TooManyRatings.
    """
    held = _open_note(note)
    if not policies.can_rate(by, held, now=now):
        raise NotYoursToRate
    if not set(reasons) <= set(FITTING[answer]):
        raise ReasonsDoNotFit
    if not is_within_limit_of(str(by.pk), "rate-note", most=MOST_A_DAY, seconds=A_DAY):
        raise TooManyRatings

    rating, _ = NoteRating.objects.update_or_create(
        note=held,
        rater=by,
        defaults={"answer": answer, "reasons": " ".join(sorted(reasons)), "at": now},
    )
    held.touch(at=now)
    return rating


@transaction.atomic
def take_back_rating(*, note: ContextNote, by: "Profile", now: datetime) -> None:
    """Raises NotOpen or NotRated."""
    held = _open_note(note)
    if not NoteRating.objects.filter(note=held, rater=by).delete()[0]:
        raise NotRated
    held.touch(at=now)


def _open_note(note: ContextNote) -> ContextNote:
    notes = ContextNote.objects.select_for_update(of=("self",)).select_related("post")
    held = notes.get(pk=note.pk)
    if not held.is_open or held.settled_at is not None:
        raise NotOpen
    return held
