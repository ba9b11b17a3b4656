"""Moderators take a question from everybody but whoever asked, and give it back."""

from datetime import datetime

from corridor.mentoring.models import Question


class QuestionGone(Exception):
    """Whoever asked took it back."""


def withhold_question(question_id: int, *, now: datetime) -> None:
    """For contexts above. Raises QuestionGone."""
    if not Question.objects.filter(pk=question_id).update(withheld_at=now):
        raise QuestionGone


def give_back_question(question_id: int) -> None:
    """For contexts above; nothing where it is gone."""
    Question.objects.filter(pk=question_id).update(withheld_at=None)
