"""What follows for whom in a programme: read by her, by whoever decides about it, and by matching,
which knows of a break alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet

from corridor.algorithms.consequences import Rules
from corridor.people import queries as people
from corridor.programmes import policies
from corridor.programmes.models import Appeal, Consequence, ConsequenceMove, Counted, Programme
from corridor.programmes.policies import Right
from corridor.programmes.states_of_consequences import CLEAR, LOOK, RESTING, WAITING

if TYPE_CHECKING:
    from corridor.people.models import Profile

DAYS_A_MONTH = 30
MOST_SHOWN = 100


@dataclass(frozen=True, kw_only=True)
class ReadFact:
    counted: Counted
    name: str
    """Of the other; empty for somebody who left, or is kept apart from her."""
    forgotten_at: datetime


@dataclass(frozen=True, kw_only=True)
class ReadConsequence:
    """All there is about one person in one programme, for her, or for whoever decides."""

    consequence: Consequence
    facts: Sequence[ReadFact]
    moves: Sequence[ConsequenceMove]
    appeals: Sequence[Appeal]
    """The newest first."""

    @property
    def waiting(self) -> Appeal | None:
        return next((one for one in self.appeals if one.state == WAITING), None)

    @property
    def may_appeal(self) -> bool:
        """Once against each step."""
        step, since = self.consequence.step, self.consequence.since
        return step != CLEAR and not any(one.at >= since for one in self.appeals)


def rules(programme: Programme) -> Rules:
    return Rules(first_days=programme.counts_first_days, window=window(programme))


def window(programme: Programme) -> timedelta:
    return timedelta(days=DAYS_A_MONTH * programme.counts_months)


def resting(programme: Programme) -> set[int]:
    """Profiles who have a break now: not while their appeal against it waits."""
    if not programme.has_consequences:
        return set()
    appeals = Appeal.objects.filter(consequence=OuterRef("pk"), state=WAITING)
    rows = Consequence.objects.filter(~Exists(appeals), programme=programme, step=RESTING)
    return set(rows.order_by().values_list("profile", flat=True))


def still_counted(consequence: Consequence) -> QuerySet[Counted]:
    rows = Counted.objects.filter(
        programme=consequence.programme_id, profile=consequence.profile_id, ended_at=None
    )
    return rows.order_by("counts_from", "pk")


def own_consequence(
    programme: Programme, *, viewer: "Profile", today: date
) -> ReadConsequence | None:
    """None where nothing was ever counted."""
    rows = Consequence.objects.filter(programme=programme, profile=viewer)
    found = rows.select_related("programme", "profile").first()
    return _read(found, today) if found is not None else None


def to_decide(programme: Programme, *, viewer: "Profile", today: date) -> list[Consequence]:
    """What waits for the team, as far as the viewer is somebody who decides it."""
    rows = _waiting().filter(programme=programme).select_related("programme", "profile")
    return [one for one in rows.order_by("since", "pk") if may_decide(viewer, one, today=today)]


def on_a_break(programme: Programme, *, viewer: "Profile", today: date) -> QuerySet[Consequence]:
    """Without why: the team needs to know who is matched with nobody, and until when."""
    apart = {viewer.pk, *people.kept_from(viewer, today=today)}
    rows = Consequence.objects.filter(programme=programme, step=RESTING).exclude(profile__in=apart)
    return rows.select_related("profile").order_by("rests_until", "pk")


def consequence_to_decide(
    consequence_id: int, *, programme: Programme, viewer: "Profile", today: date
) -> ReadConsequence | None:
    rows = _waiting().filter(programme=programme, pk=consequence_id)
    found = rows.select_related("programme", "profile").first()
    if found is None or not may_decide(viewer, found, today=today):
        return None
    return _read(found, today)


def may_decide(viewer: "Profile", consequence: Consequence, *, today: date) -> bool:
    return viewer.pk in {one.pk for one in deciders(consequence, today=today)}


def deciders(consequence: Consequence, *, today: date) -> "list[Profile]":
    """Who leads the programme: never she herself, nor anybody kept apart from her; nobody who
    decided the step or was to meet her, where there is somebody else. The longest in it first.
    """
    apart = {consequence.profile_id, *people.kept_from(consequence.profile, today=today)}
    leads = policies.holders(Right.SET_UP).filter(programme=consequence.programme_id)
    rows = leads.exclude(profile__in=apart).select_related("profile__account")
    here = people.ids_here(rows.values_list("profile", flat=True))
    found = [one.profile for one in rows.order_by("pk") if one.profile_id in here]
    concerned: set[int | None] = set(still_counted(consequence).values_list("other", flat=True))
    concerned.add(consequence.by_id)
    return [one for one in found if one.pk not in concerned] or found


def counts_absences(address: str, at: datetime) -> bool:
    active = Programme.objects.filter(state=Programme.State.ACTIVE, slug=address).first()
    return active is not None and counts(active, Counted.Kind.ABSENT, at=at)


def counts(programme: Programme, kind: str, *, at: datetime) -> bool:
    """What happened at that time: nothing of a kind before it was switched on."""
    since: datetime | None = getattr(programme, SINCE[kind])
    return bool(getattr(programme, KINDS[kind])) and (since is None or since <= at)


def _waiting() -> QuerySet[Consequence]:
    appeals = Appeal.objects.filter(consequence=OuterRef("pk"), state=WAITING)
    return Consequence.objects.filter(Q(step=LOOK) | Exists(appeals))


def _read(consequence: Consequence, today: date) -> ReadConsequence:
    facts = list(still_counted(consequence).select_related("other"))
    longest = window(consequence.programme)
    apart = people.kept_from(consequence.profile, today=today)
    return ReadConsequence(
        consequence=consequence,
        facts=[
            ReadFact(
                counted=one,
                name=one.other.display_name if one.other and one.other_id not in apart else "",
                forgotten_at=one.counts_from + longest,
            )
            for one in facts
        ],
        moves=list(consequence.moves.select_related("by").order_by("-at", "-pk")[:MOST_SHOWN]),
        appeals=list(consequence.appeals.select_related("decided_by").order_by("-at", "-pk")),
    )


KINDS: Mapping[str, str] = {
    Counted.Kind.ABSENT: "counts_absences",
    Counted.Kind.LATE: "counts_late_hours",
    Counted.Kind.SILENT: "counts_silence",
}
"""The column of a programme that says whether it counts there."""
SINCE: Mapping[str, str] = {
    Counted.Kind.ABSENT: "absences_count_since",
    Counted.Kind.LATE: "lateness_counts_since",
    Counted.Kind.SILENT: "silence_counts_since",
}
"""The one that says since when."""
