"""Questions to all mentors, without the name of whoever asks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.mentoring.asker import digest_of
from corridor.mentoring.models import Answer, Question
from corridor.people import queries as people

if TYPE_CHECKING:
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


def _shown(rows: Iterable[Question], viewer: "Profile", now: datetime) -> Sequence[ShownQuestion]:
    today = now.date()
    own = digest_of(viewer.pk)
    # Not those whom the viewer keeps away from: by that she would find out who asked.
    hidden = people.who_keep_from(viewer, today=today)
    several = [one for one in rows if one.asker not in hidden]
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
            is_open=one.closed_at is None and one.closes_at > now,
        )
        for one in several
    ]
