"""Where notes stand is computed anew: within a minute in a small community, nightly in a large."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Max, OuterRef

from corridor.algorithms import bridging
from corridor.context_notes import queries
from corridor.context_notes.actions.answer_note import open_due_notes
from corridor.context_notes.choices import READ, SETTLES_AFTER, Answer, Standing
from corridor.context_notes.events import NoteShown, NotesUnderPostChanged
from corridor.context_notes.models import ContextNote, NoteRating, NoteStanding, Ranking
from corridor.kernel import events
from corridor.people import queries as people

SMALL = 2000
"""Ratings up to which everything is computed whenever something changed: 50 ms at most."""
ANSWERS = {
    Answer.HELPFUL: bridging.Answer.HELPFUL,
    Answer.SOMEWHAT: bridging.Answer.SOMEWHAT,
    Answer.NOT_HELPFUL: bridging.Answer.NOT_HELPFUL,
}


def tend_notes(*, now: datetime) -> bool:
    """Opens what is due and, where little is to be computed, ranks; whether it ranked."""
    open_due_notes(now=now)
    if not _has_changed() or NoteRating.objects.count() > SMALL:
        return False
    rank_notes(now=now)
    return True


@transaction.atomic
def rank_notes(*, now: datetime) -> Ranking:
    """All that are open; of what is settled the ratings count, and the standing stays."""
    notes = {str(note.pk): note for note in _open_notes()}
    ratings = _ratings(now)
    standings = bridging.rank_notes(
        ratings,
        notes=notes,
        strata=queries.strata_of({int(one.rater) for one in ratings}),
    )
    ranking = _kept(ratings, notes, now)
    latest = _latest(notes)
    for standing in standings:
        note = notes.get(standing.note)
        if note is not None and note.settled_at is None:
            _stand(note, standing, ranking, latest.get(note.pk), now)
    return ranking


def _has_changed() -> bool:
    newest = ContextNote.objects.exclude(opened_at=None).aggregate(at=Max("touched_at"))["at"]
    last = Ranking.objects.first()
    if newest is None:
        return False
    return last is None or newest > last.at


def _open_notes() -> list[ContextNote]:
    notes = ContextNote.objects.select_for_update(of=("self",)).select_related("post")
    opened = notes.filter(withdrawn_at=None, withheld_at=None).exclude(opened_at=None)
    return list(opened.order_by("pk"))


def _ratings(now: datetime) -> list[bridging.Rating]:
    """Of whoever is verified still; also of notes that are gone, which tell who disagrees."""
    verified = people.holds_badge(OuterRef("rater"), now=now)
    rows = NoteRating.objects.filter(verified).order_by("note", "rater")
    return [
        bridging.Rating(rater=str(rater), note=str(note), answer=ANSWERS[Answer(answer)])
        for rater, note, answer in rows.values_list("rater", "note", "answer")
    ]


def _kept(
    ratings: list[bridging.Rating], notes: Mapping[str, ContextNote], now: datetime
) -> Ranking:
    raters = bridging.active_raters(ratings)
    return Ranking.objects.create(
        at=now,
        version=bridging.VERSION,
        notes=len(notes),
        ratings=len(ratings),
        raters=raters,
        has_scores=raters >= bridging.LEAST_RATERS,
    )


def _latest(notes: Mapping[str, ContextNote]) -> Mapping[int, NoteStanding]:
    rows = NoteStanding.objects.filter(note__in=[note.pk for note in notes.values()])
    return {row.note_id: row for row in rows.order_by("pk")}


def _stand(
    note: ContextNote,
    standing: bridging.Standing,
    ranking: Ranking,
    before: NoteStanding | None,
    now: datetime,
) -> None:
    was_read = note.is_read and note.standing_at is not None
    row = _row(note, standing, ranking)
    if before is None or _numbers(before) != _numbers(row):
        row.save()
    if note.standing != row.standing or note.standing_at is None:
        note.standing, note.standing_at = Standing(row.standing), now
    if note.opened_at is not None and note.opened_at <= now - SETTLES_AFTER:
        note.settled_at = now
    is_first = note.first_shown_at is None and note.standing in READ
    if is_first:
        note.first_shown_at = now
    note.save(update_fields=["standing", "standing_at", "settled_at", "first_shown_at"])
    if was_read != note.is_read:
        events.publish(NotesUnderPostChanged(post_id=note.post_id))
    if is_first:
        events.publish(
            NoteShown(
                post_id=note.post_id,
                post_author_id=note.post.author_id,
                note_author_id=note.author_id,
                at=now,
            )
        )


def _row(note: ContextNote, standing: bridging.Standing, ranking: Ranking) -> NoteStanding:
    sides = [[one.helpful, one.somewhat, one.not_helpful] for one in standing.sides or ()]
    return NoteStanding(
        note=note,
        ranking=ranking,
        standing=standing.status.value,
        ratings=standing.ratings,
        score=standing.score,
        lean=standing.lean,
        told={
            "sides": sides,
            "reasons": [[one.code, dict(one.values)] for one in standing.reasons],
        },
    )


def _numbers(row: NoteStanding) -> tuple[object, ...]:
    """Scores move a little with each rating anywhere; what is told of them has two digits."""
    score, lean = (None if one is None else round(one, 2) for one in (row.score, row.lean))
    return row.standing, row.ratings, score, lean, row.told
