"""What a measure does, and how it is undone: by the contexts that posts and people belong to."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime

from corridor.mentoring import actions as mentoring
from corridor.people import actions as people
from corridor.people.choices import Restraint
from corridor.posts import actions as posts
from corridor.safety.choices import Measure
from corridor.safety.models import Case, Decision

RESTRAINTS: Mapping[str, Restraint] = {
    Measure.LIMIT: Restraint.LIMIT,
    Measure.FREEZE: Restraint.FREEZE,
    Measure.SUSPEND: Restraint.SUSPEND,
}


def apply(decision: Decision, *, note: str, now: datetime) -> None:
    """Raises RestrictedAlready of people, or PostGone of posts."""
    if decision.is_about_a_question:
        if decision.measure == Measure.REMOVE:
            mentoring.withhold_question(decision.question_number, now=now)
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
            mentoring.give_back_question(decision.question_number)
        return
    if decision.is_about_a_post and _stands_besides(decision):
        return
    undoing: Mapping[str, Callable[[], None]] = {
        Measure.REMOVE: lambda: posts.give_back_post(decision.post_number),
        Measure.LABEL: lambda: posts.end_label(decision.post_number),
    }
    with suppress(posts.PostGone, posts.NotWithheld, posts.NotLabelled, people.NotRestricted):
        if decision.measure in undoing:
            undoing[decision.measure]()
        elif decision.restriction_number is not None:
            people.lift_restriction(decision.restriction_number, now=now)


def give_back(case: Case) -> None:
    """Its post or question, where it was hidden for as long as nobody had looked."""
    if case.is_about_a_question:
        mentoring.give_back_question(case.question_number)
        return
    is_kept_away = Decision.objects.filter(
        post_number=case.post_number, measure=Measure.REMOVE, undone_at=None
    )
    if case.is_about_a_post and not is_kept_away.exists():
        with suppress(posts.PostGone, posts.NotWithheld):
            posts.give_back_post(case.post_number)


def _stands_besides(decision: Decision) -> bool:
    """Another decision did the same to the post, and is not undone."""
    same = Decision.objects.filter(
        post_number=decision.post_number, measure=decision.measure, undone_at=None
    )
    return decision.restriction_number is None and same.exclude(pk=decision.pk).exists()
