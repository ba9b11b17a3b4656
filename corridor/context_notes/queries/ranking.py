"""What the ranking needs to know of people, and what their ratings and notes came to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q

from corridor.algorithms.bridging import Record, notes_a_day
from corridor.context_notes.choices import READ, Answer, Standing
from corridor.context_notes.models import ContextNote, NoteRating
from corridor.people import queries as people

RIGHT = Q(answer=Answer.HELPFUL, note__standing=Standing.SHOWN) | Q(
    answer=Answer.NOT_HELPFUL, note__standing=Standing.UNHELPFUL
)
WRONG = Q(answer=Answer.NOT_HELPFUL, note__standing=Standing.SHOWN) | Q(
    answer=Answer.HELPFUL, note__standing=Standing.UNHELPFUL
)


@dataclass(frozen=True, kw_only=True)
class OwnRecord:
    """For herself: numbers that she can check."""

    record: Record
    ratings: int
    notes_a_day: int


def strata_of(raters: Collection[int]) -> Mapping[str, Mapping[str, str]]:
    """Columns of the ranking: in which group each rater is, where she says."""
    strata: dict[str, dict[str, str]] = {"field": {}, "region": {}, "stage": {}}
    for profile in people.whole_profiles(raters):
        rater = str(profile.pk)
        if profile.specialty not in {"", "undecided"}:
            strata["field"][rater] = profile.specialty
        if profile.country:
            strata["region"][rater] = profile.country
        if profile.career is not None:
            strata["stage"][rater] = profile.career.phase.value
    return strata


def record_of(profile_id: int) -> Record:
    """Of what is settled, or was taken away."""
    ratings = NoteRating.objects.filter(rater=profile_id).exclude(note__settled_at=None)
    rated = ratings.aggregate(right=Count("pk", filter=RIGHT), wrong=Count("pk", filter=WRONG))
    settled = Q(withheld_at=None, withdrawn_at=None) & ~Q(settled_at=None)
    away = ~Q(withheld_at=None) | (settled & Q(standing=Standing.UNHELPFUL))
    written = ContextNote.objects.filter(author=profile_id).aggregate(
        shown=Count("pk", filter=settled & Q(standing__in=READ)),
        unhelpful=Count("pk", filter=away),
    )
    return Record(**rated, **written)


def own_record(profile_id: int) -> OwnRecord:
    record = record_of(profile_id)
    return OwnRecord(
        record=record,
        ratings=NoteRating.objects.filter(rater=profile_id).count(),
        notes_a_day=notes_a_day(record),
    )
