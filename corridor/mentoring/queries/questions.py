"""Questions to all mentors, without the name of whoever asks."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.mentoring.asker import digest_of
from corridor.mentoring.models import Answer, Question
from corridor.people import queries as people

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from corridor.people.models import Profile

MOST_SHOWN = 60
"""Open ones; each closes after two weeks."""


@dataclass(frozen=True, kw_only=True)
class ShownQuestion:
    question: Question
    words: str
    answers: Sequence[Answer]
    is_own: bool
    is_open: bool


def questions(viewer: "Profile", *, topic: str = "", now: datetime) -> Sequence[ShownQuestion]:
    """Open ones, newest first; none of somebody who keeps away from her, and all of her own."""
    rows = Question.objects.filter(closed_at=None, closes_at__gt=now)
    if topic:
        rows = rows.filter(topic=topic)
    return _shown(rows.order_by("-at", "-pk")[:MOST_SHOWN], viewer, now)


def own_questions(viewer: "Profile", *, now: datetime) -> Sequence[ShownQuestion]:
    """Closed ones, too."""
    rows = Question.objects.filter(asker_digest=digest_of(viewer.pk)).order_by("-at", "-pk")
    return _shown(rows, viewer, now)


def question(question_id: int, *, viewer: "Profile", now: datetime) -> ShownQuestion | None:
    """Closed ones are for whoever asked or answered."""
    rows = Question.objects.filter(pk=question_id)
    found = _shown(rows, viewer, now)
    if not found:
        return None
    one = found[0]
    took_part = one.is_own or any(answer.by_id == viewer.pk for answer in one.answers)
    return one if one.is_open or took_part else None


@dataclass(frozen=True, kw_only=True)
class AskedOf:
    """A question before moderators: without who asked."""

    number: int
    topic: str
    stage: str
    field: str
    at: datetime
    words: str
    is_withheld: bool


def question_before_moderators(question_id: int) -> AskedOf | None:
    """For contexts above, which ask who may look; None where it was taken back."""
    one = Question.objects.filter(pk=question_id).first()
    if one is None:
        return None
    return AskedOf(
        number=one.pk,
        topic=one.topic,
        stage=one.stage,
        field=one.field,
        at=one.at,
        words=one.words,
        is_withheld=one.withheld_at is not None,
    )


def numbers_asked_by(profiles: Collection[int]) -> "QuerySet[Question, int]":
    """Of questions of these people, for a condition that names nobody."""
    digests = [digest_of(one) for one in profiles]
    rows = Question.objects.filter(asker_digest__in=digests).order_by()
    return rows.values_list("pk", flat=True)


def asker_of(question_id: int) -> int | None:
    """For what two moderators agreed on, and for letters; no page says it otherwise."""
    one = Question.objects.filter(pk=question_id).first()
    return None if one is None else int(one.asker)


def _shown(rows: Iterable[Question], viewer: "Profile", now: datetime) -> Sequence[ShownQuestion]:
    today = now.date()
    own = digest_of(viewer.pk)
    # Not those whom the viewer keeps away from: by that she would find out who asked.
    hidden = people.who_keep_from(viewer, today=today)
    several = [
        one
        for one in rows
        if one.asker not in hidden and (one.withheld_at is None or bytes(one.asker_digest) == own)
    ]
    apart = people.kept_from(viewer, today=today)
    answers: dict[int, list[Answer]] = {one.pk: [] for one in several}
    found = Answer.objects.filter(question__in=several).exclude(by__in=apart)
    for answer in found.select_related("by").order_by("at", "pk"):
        answers[answer.question_id].append(answer)
    return [
        ShownQuestion(
            question=one,
            words=one.words,
            answers=answers[one.pk],
            is_own=bytes(one.asker_digest) == own,
            is_open=one.closed_at is None and one.withheld_at is None and one.closes_at > now,
        )
        for one in several
    ]
