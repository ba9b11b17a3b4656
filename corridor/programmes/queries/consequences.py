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
    """Of the other; empty for somebody who left, or is kept apart from her or who reads it."""
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
    def asks(self) -> str:
        """What there is to decide: a form of a moment ago may ask something else."""
        return f"appeal-{self.waiting.pk}" if self.waiting else "look"

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
    rows = Consequence.objects.filter(~_appealed(), programme=programme, step=RESTING)
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
    return _read(found, viewer=viewer, today=today) if found is not None else None


def to_decide(programme: Programme, *, viewer: "Profile", today: date) -> list[Consequence]:
    """What waits for the team, as far as the viewer is somebody who decides it."""
    rows = _waiting().filter(programme=programme).select_related("programme", "profile")
    waiting = list(rows.order_by("since", "pk"))
    decide = _deciders(programme.pk, waiting, today=today)
    return [one for one in waiting if viewer in decide[one.pk]]


def on_a_break(programme: Programme, *, viewer: "Profile", today: date) -> QuerySet[Consequence]:
    """As `resting`, without why: who is matched with nobody, and until when."""
    apart = {viewer.pk, *people.kept_from(viewer, today=today)}
    rows = Consequence.objects.filter(~_appealed(), programme=programme, step=RESTING)
    return rows.exclude(profile__in=apart).select_related("profile").order_by("rests_until", "pk")


def consequence_to_decide(
    consequence_id: int, *, programme: Programme, viewer: "Profile", today: date
) -> ReadConsequence | None:
    rows = _waiting().filter(programme=programme, pk=consequence_id)
    found = rows.select_related("programme", "profile").first()
    if found is None or not may_decide(viewer, found, today=today):
        return None
    return _read(found, viewer=viewer, today=today)


def may_decide(viewer: "Profile", consequence: Consequence, *, today: date) -> bool:
    return viewer in deciders(consequence, today=today)


def deciders(consequence: Consequence, *, today: date) -> "list[Profile]":
    """Who leads the programme: never she herself, nor anybody kept apart from her; nobody who
    decided the step or was to meet her, where there is somebody else. The longest in it first.
    """
    return _deciders(consequence.programme_id, [consequence], today=today)[consequence.pk]


def counts_absences(address: str, at: datetime) -> bool:
    active = Programme.objects.filter(state=Programme.State.ACTIVE, slug=address).first()
    return active is not None and counts(active, Counted.Kind.ABSENT, at=at)


def counts(programme: Programme, kind: str, *, at: datetime) -> bool:
    """What happened at that time: nothing of a kind before it was switched on."""
    since: datetime | None = getattr(programme, SINCE[kind])
    return bool(getattr(programme, KINDS[kind])) and (since is None or since <= at)


def _deciders(
    programme_id: int, several: Sequence[Consequence], *, today: date
) -> "dict[int, list[Profile]]":
    """By consequence, in as many queries for all as for one."""
    rows = policies.holders(Right.SET_UP).filter(programme=programme_id)
    leads = [one.profile for one in rows.select_related("profile__account")]
    here = people.ids_here(one.pk for one in leads)
    apart = people.pairs_kept_apart(here, today=today)
    met = set(
        Counted.objects.filter(
            programme=programme_id,
            profile__in=[one.profile_id for one in several],
            other__in=here,
            ended_at=None,
        )
        .order_by()
        .values_list("profile", "other")
    )
    found = {}
    for one in several:
        can = [
            lead
            for lead in leads
            if lead.pk in here - {one.profile_id}
            and apart.isdisjoint({(lead.pk, one.profile_id), (one.profile_id, lead.pk)})
        ]
        free = [a for a in can if a.pk != one.by_id and (one.profile_id, a.pk) not in met]
        found[one.pk] = free or can
    return found


def _waiting() -> QuerySet[Consequence]:
    return Consequence.objects.filter(Q(step=LOOK) | _appealed())


def _appealed() -> Exists:
    """Its appeal waits."""
    return Exists(Appeal.objects.filter(consequence=OuterRef("pk"), state=WAITING))


def _read(consequence: Consequence, *, viewer: "Profile", today: date) -> ReadConsequence:
    facts = list(still_counted(consequence).select_related("other"))
    longest = window(consequence.programme)
    apart = {*people.kept_from(consequence.profile, today=today)}
    if viewer != consequence.profile:
        apart |= people.kept_from(viewer, today=today)
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
