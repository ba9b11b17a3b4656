"""What a moderator works with. She never sees a case that she is party to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from corridor.people import queries as people
from corridor.safety import policies
from corridor.safety.models import (
    Appeal,
    Case,
    CaseNote,
    Correspondence,
    Decision,
    DeskMessage,
    Evidence,
    Flag,
    LogEntry,
    Moderator,
    OutsideFlag,
    Unsealing,
)
from corridor.safety.queries.outside import outside_flags
from corridor.safety.queries.own_decisions import strikes
from corridor.safety.queries.unsealing import (
    FlaggedBefore,
    flagged_before,
    names_shown,
    seconds_waiting,
    unsealings_waiting,
)
from corridor.safety.ties import is_another_free, is_tied, ties

if TYPE_CHECKING:
    from corridor.people.models import Profile, Restriction

EARLIER = 20


def cases_waiting(viewer: "Profile", *, today: date, queue: str = "") -> QuerySet[Case]:
    """Whatever should have been looked at first comes first; `queue`: that one alone."""
    rows = _hers(viewer, today).filter(closed_at=None)
    if queue:
        rows = rows.filter(queue=queue)
    newest = DeskMessage.objects.filter(correspondence__case=OuterRef("pk")).order_by("-at", "-pk")
    return rows.annotate(
        number_of_flags=Count("flags"),
        is_asked=Subquery(newest.values("is_from_desk")[:1]),
    ).order_by("due_at", "pk")


def cases_closed(viewer: "Profile", *, today: date) -> QuerySet[Case]:
    """Newest first."""
    rows = _hers(viewer, today).exclude(closed_at=None).prefetch_related("decisions")
    return rows.annotate(number_of_flags=Count("flags")).order_by("-closed_at", "-pk")


def case_to_look_at(case_id: int, *, viewer: "Profile", today: date) -> Case | None:
    """Open or closed."""
    return _hers(viewer, today).filter(pk=case_id).first()


def waiting_by_queue(viewer: "Profile", *, today: date) -> Mapping[str, int]:
    rows = _hers(viewer, today).filter(closed_at=None).order_by()
    return dict(rows.values_list("queue").annotate(Count("pk")))


def waiting_in_all(viewer: "Profile", *, now: datetime) -> int:
    """Cases, appeals and what asks for a second moderator, for the navigation."""
    today = now.date()
    cases = _hers(viewer, today).filter(closed_at=None).count()
    return cases + appeals_waiting(viewer, today=today).count() + waiting_for_second(viewer, now)


def waiting_for_second(viewer: "Profile", now: datetime) -> int:
    asked = unsealings_waiting(viewer, today=now.date())
    return len(asked) + len(seconds_waiting(viewer, now=now))


def _hers(viewer: "Profile", today: date) -> QuerySet[Case]:
    return policies.cases_of(viewer, today=today).select_related("about", "claimed_by")


@dataclass(frozen=True, kw_only=True)
class WholeCase:
    """All that lies before a moderator."""

    case: Case
    flags: Sequence[Flag]
    evidence: Sequence[Evidence]
    notes: Sequence[CaseNote]
    correspondences: Sequence[Correspondence]
    decisions: Sequence[Decision]
    """Of this case."""
    earlier: Sequence[Decision]
    """About the same person, in other cases."""
    strikes: Sequence[Decision]
    """About her, that still count."""
    others_open: Sequence[Case]
    """Other cases about her that this moderator may look at."""
    restrictions: "Sequence[Restriction]"
    ties: Sequence[str]
    """Codes of what ties the moderator to the person or to whoever flagged."""
    is_left_to_another: bool
    """She is tied, and somebody else is not: she may read it and decide nothing."""
    names_shown: frozenset[int]
    """Of flags: whose maker's name was unsealed for this moderator."""
    outside: Mapping[int, OutsideFlag]
    """By flag, where somebody without an account made it."""
    unsealings: Sequence[Unsealing]
    flagged_before: Mapping[int, FlaggedBefore]
    """By profile: how her flags ended until now."""


def whole_case(case: Case, *, viewer: "Profile", now: datetime) -> WholeCase:
    flags = list(case.flags.select_related("by").order_by("at", "pk"))
    about = case.about_id
    of_person = Decision.objects.filter(about=about).exclude(about=None)
    others = cases_waiting(viewer, today=now.date()).filter(about=about).exclude(pk=case.pk)
    decisions = case.decisions.select_related("by", "seconded_by", "appeal").order_by("at", "pk")
    return WholeCase(
        case=case,
        flags=flags,
        evidence=list(case.evidence.order_by("at", "pk")),
        notes=list(case.notes.select_related("by").order_by("at", "pk")),
        correspondences=list(
            case.correspondences.select_related("flag")
            .prefetch_related("messages__by")
            .order_by("pk")
        ),
        decisions=list(decisions),
        earlier=list(of_person.exclude(case=case).order_by("-at", "-pk")[:EARLIER]),
        strikes=strikes(about, now=now) if about else [],
        others_open=list(others[:EARLIER]) if about else [],
        restrictions=people.restrictions_of(about) if about else [],
        ties=ties(viewer, case),
        is_left_to_another=_is_left_to_another(viewer, case, now),
        names_shown=names_shown(viewer, case, now=now),
        outside=outside_flags(case),
        unsealings=list(Unsealing.objects.filter(flag__case=case).order_by("pk")),
        flagged_before=flagged_before({flag.by_id for flag in flags if flag.by_id}),
    )


def _is_left_to_another(viewer: "Profile", case: Case, now: datetime) -> bool:
    today = now.date()
    if case.closed_at is not None or not is_tied(viewer, case):
        return False
    return is_another_free(viewer, case, today=today)


def decision_to_undo(decision_id: int, *, viewer: "Profile", today: date) -> Decision | None:
    found = Decision.objects.filter(pk=decision_id).select_related("case", "about").first()
    if found is None or found.case is None:
        return None
    return found if policies.may_look(viewer, found.case, today=today) else None


def appeals_waiting(viewer: "Profile", *, today: date) -> QuerySet[Appeal]:
    """Oldest first; those against decisions of her own wait for somebody else."""
    cases = _hers(viewer, today).order_by().values("pk")
    rows = Appeal.objects.filter(decided_at=None, decision__case__in=cases)
    rows = rows.filter(
        ~Q(decision__by=viewer) | Q(decision__by=None),
        ~Q(decision__seconded_by=viewer) | Q(decision__seconded_by=None),
    )
    return rows.select_related("decision__about", "decision__case").order_by("at", "pk")


def appeal_to_judge(appeal_id: int, *, viewer: "Profile", today: date) -> Appeal | None:
    return appeals_waiting(viewer, today=today).filter(pk=appeal_id).first()


def moderators() -> list[Moderator]:
    """By name, a row for each queue."""
    rows = Moderator.objects.select_related("profile__account")
    return list(rows.order_by("profile__display_name", "profile", "queue"))


def log_entries() -> QuerySet[LogEntry]:
    """Newest first; whoever reads it is written down, too."""
    return LogEntry.objects.order_by("-number")
