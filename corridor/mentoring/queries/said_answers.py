"""Answers that may be kept: to questions to all mentors, and to all at office hours."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.mentoring.models import Answer, AnswerToAll

if TYPE_CHECKING:
    from corridor.people.models import Profile

QUESTION, TURN = "question", "turn"


@dataclass(frozen=True, kw_only=True)
class SaidOnce:
    source: str
    topic: str
    stage: str
    question: str
    answer: str
    asker_id: int
    """For no page: whoever reads it need not know."""
    answerer_id: int


def said_answer(kind: str, number: int, *, viewer: "Profile") -> SaidOnce | None:
    """For whoever asked and whoever answered; None for anybody else, and where moderators took
    the question away.
    """
    found = _READINGS[kind](number) if kind in _READINGS else None
    if found is None or viewer.pk not in {found.asker_id, found.answerer_id}:
        return None
    return found


def sources_of_question(question_id: int) -> list[str]:
    """Of what may be kept of its answers; for contexts above."""
    rows = Answer.objects.filter(question=question_id).order_by("pk")
    return [f"{QUESTION} {pk}" for pk in rows.values_list("pk", flat=True)]


def is_of_withheld_question(source: str) -> bool:
    """Of what is kept of an answer to it; for contexts above."""
    kind, number = source.split()
    rows = Answer.objects.filter(pk=number, question__withheld_at__isnull=False)
    return kind == QUESTION and rows.exists()


def _to_question(number: int) -> SaidOnce | None:
    one = Answer.objects.select_related("question").filter(pk=number).first()
    if one is None or one.question.withheld_at is not None:
        return None
    asked = one.question
    return SaidOnce(
        source=f"{QUESTION} {one.pk}",
        topic=asked.topic,
        stage=asked.stage,
        question=asked.words,
        answer=one.words,
        asker_id=asked.asker,
        answerer_id=one.by_id,
    )


def _at_office_hours(number: int) -> SaidOnce | None:
    rows = AnswerToAll.objects.select_related("turn__profile", "turn__sitting__hours")
    one = rows.filter(pk=number).first()
    if one is None:
        return None
    hours = one.turn.sitting.hours
    return SaidOnce(
        source=f"{TURN} {one.pk}",
        topic=hours.topic,
        stage=one.turn.profile.stage_name,
        question=one.turn.question,
        answer=one.words,
        asker_id=one.turn.profile_id,
        answerer_id=hours.mentor_id,
    )


_READINGS = {QUESTION: _to_question, TURN: _at_office_hours}
