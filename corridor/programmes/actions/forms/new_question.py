"""What a director writes of a question, and whether it can be asked."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from corridor.programmes.checking_answers import cleaned
from corridor.programmes.choices import QuestionKind as Kind
from corridor.programmes.choices import Side
from corridor.programmes.models import LONGEST_ANSWER, FormVersion, Programme, Question
from corridor.programmes.questions import FIELDS, FOR_FIELDS_ONLY, LISTED, listed

FEWEST_OPTIONS, MOST_OPTIONS, LONGEST_OPTION = 2, 200, 150
TEXTS = frozenset({Kind.SHORT, Kind.LONG})


class NoSuchQuestion(Exception):
    """Somebody else removed it meanwhile."""


@dataclass(frozen=True, kw_only=True)
class NewQuestion:
    kind: Kind
    label: str
    field: str = ""
    help_text: str = ""
    is_required: bool = False
    options: str = ""
    """One a line."""
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a question stands, in whichever version is the newest."""

    programme: Programme
    side: Side
    key: str


def question_of(version: FormVersion, key: str) -> Question:
    """One that is asked. Raises NoSuchQuestion."""
    try:
        return version.questions.get(key=key, is_retired=False)
    except Question.DoesNotExist as gone:
        raise NoSuchQuestion from gone


def write(question: Question, new: NewQuestion) -> None:
    """Stores it. Raises ValidationError, by field."""
    field = FIELDS.get(new.field)
    question.field = new.field
    question.kind = field.kind if field is not None else new.kind
    question.label = " ".join(cleaned(new.label).split())
    question.help_text = cleaned(new.help_text)
    question.is_required = new.is_required
    question.options = "\n".join(listed(cleaned(new.options))) if _has_list(question) else ""
    question.least, question.most = new.least, new.most
    if errors := _mistakes(question):
        raise ValidationError(errors)
    question.full_clean()
    question.save()


def _has_list(question: Question) -> bool:
    field = FIELDS.get(question.field)
    return field.has_own_list if field is not None else question.kind in LISTED


def _mistakes(question: Question) -> dict[str, str]:
    checks = (_of_field(question), _of_list(question), _of_limits(question))
    return {name: text for name, text in checks if text}


def _of_field(question: Question) -> tuple[str, str]:
    field = FIELDS.get(question.field)
    if question.field and (field is None or question.version.side not in field.sides):
        return "field", _("This side has no such part of the matching.")
    if not question.field and question.kind in FOR_FIELDS_ONLY:
        return "kind", _("Only the matching uses this kind of answer; choose what it is for.")
    others = question.version.questions.filter(field=question.field, is_retired=False)
    if question.field and others.exclude(pk=question.pk).exists():
        return "field", _("Another question asks for this already.")
    return "field", ""


def _of_list(question: Question) -> tuple[str, str]:
    options = listed(question.options)
    if question.field == "" and question.kind in LISTED and len(options) < FEWEST_OPTIONS:
        return "options", _("Write at least two to choose from, one a line.")
    if len(options) > MOST_OPTIONS or any(len(one) > LONGEST_OPTION for one in options):
        return "options", _("At most 200 lines, each of at most 150 letters.")
    return "options", ""


def _of_limits(question: Question) -> tuple[str, str]:
    least, most = question.least, question.most
    if least is not None and most is not None and least > most:
        return "most", _("At most must not be less than at least.")
    if question.kind in TEXTS and max(least or 0, most or 0) > LONGEST_ANSWER:
        return "most", _("An answer has at most 10,000 letters.")
    count = len(listed(question.options))
    if question.kind in LISTED and count and (least or 0) > count:
        return "least", _("The list is shorter than that.")
    return "most", ""
