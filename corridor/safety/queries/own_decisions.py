"""What moderators decided about somebody, for herself."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from corridor.mentoring import queries as mentoring
from corridor.people import queries as people
from corridor.safety import appeal_links
from corridor.safety.choices import Measure
from corridor.safety.models import Decision

if TYPE_CHECKING:
    from corridor.people.models import Profile

SHOWN = 100


def own_decisions(viewer_id: int) -> Sequence[Decision]:
    """Newest first, without those to do nothing."""
    rows = _of(viewer_id).exclude(measure=Measure.NOTHING)
    return list(rows.select_related("appeal").order_by("-at", "-pk")[:SHOWN])


def _of(viewer_id: int) -> QuerySet[Decision]:
    """About her, or a question of hers to mentors."""
    asked = mentoring.numbers_asked_by({viewer_id})
    return Decision.objects.filter(Q(about=viewer_id) | Q(question_number__in=asked))


def own_decision(decision_id: int, *, viewer_id: int) -> Decision | None:
    rows = _of(viewer_id).filter(pk=decision_id)
    return rows.exclude(measure=Measure.NOTHING).select_related("appeal", "about").first()


def decision_of_link(token: str) -> Decision | None:
    """By a link in a mail, for whoever cannot sign in any more."""
    try:
        number = appeal_links.decision_of(token)
    except appeal_links.LinkOver:
        return None
    rows = Decision.objects.filter(pk=number).exclude(about=None, question_number=0)
    return rows.select_related("appeal", "about").first()


def what_it_said(decision: Decision) -> str:
    """Of hers, as it was when moderators decided; empty once the case is forgotten, and where it
    is about herself.
    """
    is_about_words = (
        decision.is_about_a_post or decision.is_about_a_question or decision.is_about_an_answer
    )
    if decision.case is None or not is_about_words:
        return ""
    newest = decision.case.evidence.order_by("-at", "-pk").first()
    return str(newest.kept["text"]) if newest else ""


def strikes(profile_id: int, *, now: datetime) -> Sequence[Decision]:
    """Decisions that count when another is made, newest first: one for each case."""
    rows = Decision.objects.filter(about=profile_id).order_by("-at", "-pk")
    by_case = {
        one.case_id or f"decision {one.pk}": one for one in reversed(rows) if one.is_strike(now=now)
    }
    return sorted(by_case.values(), key=lambda one: (one.at, one.pk), reverse=True)


def person_of(decision: Decision) -> "Profile | None":
    """Who may appeal. For no page that names her."""
    if not decision.is_about_a_question:
        return decision.about
    asker = number_of_person(decision)
    return None if asker is None else people.whole_profiles([asker]).first()


def number_of_person(decision: Decision) -> int | None:
    """Whom it is about, or who asked the question."""
    if decision.is_about_a_question:
        return mentoring.asker_of(decision.question_number)
    return decision.about_id
