"""Whose names a moderator sees, and how flags of the same people ended before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q

from corridor.mentoring import queries as mentoring
from corridor.people import queries as people
from corridor.safety import policies
from corridor.safety.choices import Measure
from corridor.safety.models import Case, Decision, Flag, Unsealing

if TYPE_CHECKING:
    from corridor.people.models import Profile

SHOWN_FOR = timedelta(hours=24)


@dataclass(frozen=True, kw_only=True)
class FlaggedBefore:
    answered: int
    acted_on: int


def names_shown(viewer: "Profile", case: Case, *, now: datetime) -> frozenset[int]:
    """Flags of the case whose maker's name was unsealed for her within a day."""
    granted = Unsealing.objects.filter(
        flag__case=case,
        asked_by=viewer,
        of_asker=False,
        is_granted=True,
        answered_at__gt=now - SHOWN_FOR,
    )
    return frozenset(granted.order_by().values_list("flag", flat=True))


def asker_shown(viewer: "Profile", case: Case, *, now: datetime) -> "Profile | None":
    """Who asked what was flagged, where that was unsealed for her within a day."""
    if not case.is_about_a_question:
        return None
    granted = Unsealing.objects.filter(
        flag__case=case,
        asked_by=viewer,
        of_asker=True,
        is_granted=True,
        answered_at__gt=now - SHOWN_FOR,
    )
    asker = mentoring.asker_of(case.question_number) if granted.exists() else None
    return None if asker is None else people.whole_profiles([asker]).first()


def flagged_before(profiles: Iterable[int]) -> Mapping[int, FlaggedBefore]:
    """Without a name it says what a flag of theirs has been worth."""
    acted = Decision.objects.filter(case=OuterRef("case")).exclude(measure=Measure.NOTHING)
    answered = Flag.objects.filter(by__in=set(profiles)).exclude(heard_at=None)
    rows = answered.annotate(is_acted_on=Exists(acted.order_by())).order_by()
    counted = rows.values_list("by").annotate(
        every=Count("pk"), acted_on=Count("pk", filter=Q(is_acted_on=True))
    )
    return {by: FlaggedBefore(answered=every, acted_on=acted_on) for by, every, acted_on in counted}


def unsealings_waiting(viewer: "Profile", *, today: date) -> Sequence[Unsealing]:
    """Asked by others, oldest first."""
    cases = policies.cases_of(viewer, today=today).order_by().values("pk")
    rows = Unsealing.objects.filter(answered_at=None, flag__case__in=cases)
    rows = rows.exclude(asked_by=viewer).select_related("asked_by", "flag__case__about")
    return list(rows.order_by("asked_at", "pk"))


def unsealing_to_answer(unsealing_id: int, *, viewer: "Profile", today: date) -> Unsealing | None:
    waiting = unsealings_waiting(viewer, today=today)
    return next((one for one in waiting if one.pk == unsealing_id), None)


def seconds_waiting(viewer: "Profile", *, now: datetime) -> Sequence[Decision]:
    """Accounts closed for good by one moderator so far, soonest to open again first."""
    cases = policies.cases_of(viewer, today=now.date()).order_by().values("pk")
    rows = Decision.objects.filter(
        needs_second=True, seconded_by=None, undone_at=None, until__gt=now, case__in=cases
    )
    rows = rows.exclude(by=viewer).select_related("about", "case", "by")
    return list(rows.order_by("until", "pk"))


def second_to_give(decision_id: int, *, viewer: "Profile", now: datetime) -> Decision | None:
    waiting = seconds_waiting(viewer, now=now)
    return next((one for one in waiting if one.pk == decision_id), None)
