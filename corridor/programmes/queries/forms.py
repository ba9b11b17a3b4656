"""What a programme asks: the form as it is now, and as somebody answered it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from corridor.programmes.choices import QuestionKind, Side
from corridor.programmes.models import Application, FormVersion, Programme, Question, Round
from corridor.programmes.questions import Asked, in_words, with_options
from corridor.programmes.templates_of_programmes import template_of

ABOUT_LIVES = frozenset({"shares", "experience"})
"""Not asked where an installation has no self-description."""


@dataclass(frozen=True, kw_only=True)
class AskedForm:
    version_id: int | None
    """None while a director has changed nothing and nobody has answered."""
    number: int
    side: str
    questions: tuple[Asked, ...]
    """What is asked, in order."""
    retired: tuple[Asked, ...] = ()
    """What was asked once, and has answers."""

    @property
    def all(self) -> dict[str, Asked]:
        return {asked.key: asked for asked in (*self.questions, *self.retired)}


def form(round: Round, side: str) -> AskedForm:
    """What whoever applies now is asked."""
    return form_of_programme(round.programme, side)


def form_of_programme(programme: Programme, side: str) -> AskedForm:
    version = latest_version(programme, side)
    if version is not None:
        return form_of_version(version)
    asked = template_of(programme.template).asks[Side(side)]
    questions = _for_here(map(in_words, asked))
    return AskedForm(version_id=None, number=1, side=side, questions=questions)


def form_of_application(application: Application) -> AskedForm | None:
    """As she was asked; None for what came from a file."""
    version = application.form_version
    return None if version is None else form_of_version(version)


def form_of_version(version: FormVersion) -> AskedForm:
    rows = version.questions.order_by("position", "pk")
    asked = _for_here(map(as_asked, rows))
    return AskedForm(
        version_id=version.pk,
        number=version.number,
        side=version.side,
        questions=tuple(one for one in asked if not one.is_retired),
        retired=tuple(one for one in asked if one.is_retired),
    )


def latest_version(programme: Programme, side: str) -> FormVersion | None:
    return programme.form_versions.filter(side=side).order_by("-number").first()


def was_answered(version: FormVersion) -> bool:
    return Application.objects.filter(form_version=version).exists()


def keys_with_answers(programme: Programme, side: str) -> set[str]:
    """Questions that were before somebody who applied: what she said to them stays."""
    return set(
        Question.objects.filter(
            version__programme=programme,
            version__side=side,
            version__applications__isnull=False,
        )
        .order_by()
        .values_list("key", flat=True)
        .distinct()
    )


def as_asked(question: Question) -> Asked:
    asked = Asked(
        key=question.key,
        kind=QuestionKind(question.kind),
        field=question.field,
        label=question.label,
        help_text=question.help_text,
        is_required=question.is_required,
        least=question.least,
        most=question.most,
        is_retired=question.is_retired,
    )
    return with_options(asked, question.options)


def _for_here(questions: Iterable[Asked]) -> tuple[Asked, ...]:
    return tuple(
        one for one in questions if settings.IDENTITY_FEATURES or one.field not in ABOUT_LIVES
    )
