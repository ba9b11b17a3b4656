"""What a measure does, and how it is undone: by the contexts that posts and people belong to."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.library import actions as library
from corridor.library import queries as kept_answers
from corridor.mentoring import actions as mentoring
from corridor.mentoring import queries as questions
from corridor.people import actions as people
from corridor.people.choices import Restraint
from corridor.posts import actions as posts
from corridor.safety.choices import Measure, Reason
from corridor.safety.models import Case, Decision

if TYPE_CHECKING:
    from django.db.models import QuerySet

RESTRAINTS: Mapping[str, Restraint] = {
    Measure.LIMIT: Restraint.LIMIT,
    Measure.FREEZE: Restraint.FREEZE,
    Measure.SUSPEND: Restraint.SUSPEND,
}


def apply(decision: Decision, *, note: str, now: datetime) -> None:
    """Raises RestrictedAlready of people, or PostGone of posts."""
    if decision.is_about_a_question:
        if decision.measure == Measure.REMOVE:
            withhold_question(decision.question_number, now=now)
    elif decision.measure == Measure.REMOVE and decision.is_about_an_answer:
        library.withhold_kept(decision.answer_number, now=now)
    elif decision.measure == Measure.REMOVE:
        with suppress(posts.WithheldAlready):  # hidden when it was flagged, and stays so
            posts.withhold_post(decision.post_number, now=now)
    elif decision.measure == Measure.LABEL:
        posts.label_post(decision.post_number, note=note)
    elif decision.measure in RESTRAINTS and decision.about is not None:
        made = people.restrict(
            profile=decision.about,
            kind=RESTRAINTS[decision.measure],
            until=decision.until,
            now=now,
        )
        decision.restriction_number = made.pk


def undo(decision: Decision, *, now: datetime) -> None:
    """What is gone or over by itself needs no undoing; what another decision wants, too, stays."""
    if decision.is_about_a_question:
        if decision.measure == Measure.REMOVE:
            _give_back_question(decision.question_number)
        return
    if decision.restriction_number is None and _stands_besides(decision):
        return
    undoing: Mapping[str, Callable[[], None]] = {
        Measure.REMOVE: lambda: _give_back(decision),
        Measure.LABEL: lambda: posts.end_label(decision.post_number),
    }
    with suppress(posts.PostGone, posts.NotWithheld, posts.NotLabelled, people.NotRestricted):
        if decision.measure in undoing:
            undoing[decision.measure]()
        elif decision.restriction_number is not None:
            people.lift_restriction(decision.restriction_number, now=now)


def give_back(case: Case) -> None:
    """What was hidden for as long as nobody had looked."""
    if case.is_about_a_question:
        _give_back_question(case.question_number)
    elif not _removed(case).exists():
        with suppress(posts.PostGone, posts.NotWithheld):
            _give_back(case)


def withhold_question(number: int, *, now: datetime) -> None:
    """With what is kept of its answers. Raises QuestionGone."""
    mentoring.withhold_question(number, now=now)
    library.withhold_kept_from(questions.sources_of_question(number), now=now)


def _give_back_question(number: int) -> None:
    mentoring.give_back_question(number)
    library.give_back_kept_from(
        questions.sources_of_question(number), besides=_answers_away_for_themselves()
    )


def _answers_away_for_themselves() -> set[int]:
    """Removed, or hidden for as long as nobody has looked."""
    removed = Decision.objects.filter(measure=Measure.REMOVE, undone_at=None)
    hidden = Case.objects.filter(closed_at=None, flags__reason=Reason.PRIVACY)
    return {
        *removed.exclude(answer_number=0).values_list("answer_number", flat=True),
        *hidden.exclude(answer_number=0).values_list("answer_number", flat=True),
    }


def _give_back(thing: Case | Decision) -> None:
    """Raises PostGone or NotWithheld of posts."""
    if thing.is_about_an_answer:
        _give_back_answer(thing.answer_number)
    elif thing.is_about_a_post:
        posts.give_back_post(thing.post_number)


def _give_back_answer(number: int) -> None:
    """Its question stands beside it, and is read by nobody while it is away itself."""
    source = kept_answers.source_of_kept(number)
    if source is not None and not questions.is_of_withheld_question(source):
        library.give_back_kept(number)


def _removed(thing: Case | Decision) -> "QuerySet[Decision]":
    return Decision.objects.filter(
        post_number=thing.post_number,
        answer_number=thing.answer_number,
        measure=Measure.REMOVE,
        undone_at=None,
    )


def _stands_besides(decision: Decision) -> bool:
    """Another decision did the same to the post or the answer, and is not undone."""
    if not (decision.is_about_a_post or decision.is_about_an_answer):
        return False
    same = Decision.objects.filter(
        post_number=decision.post_number,
        answer_number=decision.answer_number,
        measure=decision.measure,
        undone_at=None,
    )
    return same.exclude(pk=decision.pk).exists()
