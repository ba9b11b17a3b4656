"""The version of a form that may be changed: a new one where somebody answered the last."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils import translation

from corridor.programmes import queries
from corridor.programmes.choices import Side
from corridor.programmes.models import FormVersion, Programme, Question
from corridor.programmes.questions import Asked, in_words, lines_of
from corridor.programmes.templates_of_programmes import template_of


def version_to_change(programme: Programme, side: Side, *, now: datetime) -> FormVersion:
    """Call with the programme held."""
    latest = latest_or_first(programme, side, now=now)
    if not queries.was_answered(latest):
        return latest
    following = _made(programme, side, number=latest.number + 1, now=now)
    questions = list(latest.questions.order_by("position", "pk"))
    for question in questions:
        question.pk = None
        question.version = following
    Question.objects.bulk_create(questions)
    return following


def latest_or_first(programme: Programme, side: Side, *, now: datetime) -> FormVersion:
    """The questions of the template become the first. Call with the programme held."""
    latest = queries.latest_version(programme, side)
    if latest is not None:
        return latest
    first = _made(programme, side, number=1, now=now)
    with translation.override(settings.LANGUAGE_CODE):
        asked = map(in_words, template_of(programme.template).asks[side])
        Question.objects.bulk_create(_rows(first, asked))
    return first


def _made(programme: Programme, side: Side, *, number: int, now: datetime) -> FormVersion:
    return FormVersion.objects.create(programme=programme, side=side, number=number, made_at=now)


def _rows(version: FormVersion, questions: Iterable[Asked]) -> Iterable[Question]:
    for position, asked in enumerate(questions, start=1):
        yield Question(
            version=version,
            key=asked.key,
            position=position,
            kind=asked.kind,
            field=asked.field,
            label=str(asked.label),
            help_text=str(asked.help_text),
            is_required=asked.is_required,
            options=lines_of(asked),
            least=asked.least,
            most=asked.most,
        )
