"""Who may look at what at the desk, and decide it."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from corridor.people import queries as people
from corridor.safety.models import Case, Decision, Flag, Moderator

if TYPE_CHECKING:
    from corridor.people.models import Profile

CLAIM_LASTS = timedelta(minutes=30)


def queues_of(viewer: "Profile | None") -> frozenset[str]:
    if viewer is None:
        return frozenset()
    rights = Moderator.objects.filter(profile=viewer).order_by("queue")
    return frozenset(rights.values_list("queue", flat=True))


def is_moderator(viewer: "Profile | None") -> bool:
    return viewer is not None and Moderator.objects.filter(profile=viewer).exists()


def may_look(viewer: "Profile", case: Case, *, today: date) -> bool:
    """Nobody looks at a case about herself, one that she flagged, or of whom she is kept from."""
    return case.queue in queues_of(viewer) and not is_party(viewer, case, today=today)


def is_party(viewer: "Profile", case: Case, *, today: date) -> bool:
    apart = people.kept_from(viewer, today=today)
    flaggers = Flag.objects.filter(case=case).exclude(by=None).values_list("by", flat=True)
    parties = {case.about_id, *flaggers}
    return viewer.pk in parties or not parties.isdisjoint(apart)


def has_claimed(viewer: "Profile", case: Case, *, now: datetime) -> bool:
    return case.claimed_by_id == viewer.pk and is_claimed(case, now=now)


def is_claimed(case: Case, *, now: datetime) -> bool:
    return case.claimed_at is not None and case.claimed_at > now - CLAIM_LASTS


def may_judge_appeal(viewer: "Profile", decision: Decision, *, today: date) -> bool:
    """Somebody else than who decided, with a right to that queue."""
    case = decision.case
    if case is None or decision.by_id == viewer.pk:
        return False
    return may_look(viewer, case, today=today)
