"""The code of conduct of a programme, who accepted it, and who hears concerns."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, Q, QuerySet

from corridor.people import queries as people
from corridor.programmes.choices import TeamRole
from corridor.programmes.conduct_words import ours
from corridor.programmes.models import (
    Concern,
    ConductAcceptance,
    Match,
    Programme,
    TeamMember,
)

if TYPE_CHECKING:
    from datetime import date

    from corridor.people.models import Profile

LEADS = (TeamRole.OWNER, TeamRole.DIRECTOR)


@dataclass(frozen=True, kw_only=True)
class Conduct:
    number: int
    """0 is ours."""
    text: str


def conduct(programme: Programme) -> Conduct:
    latest = programme.conduct_texts.order_by("-number").first()
    if latest is None:
        return Conduct(number=0, text=ours())
    return Conduct(number=latest.number, text=latest.text)


def accepted(programme: Programme, *, by: "Profile") -> ConductAcceptance | None:
    """The newest version that she accepted."""
    rows = ConductAcceptance.objects.filter(programme=programme, profile=by)
    return rows.order_by("-number").first()


def has_accepted_newest(programme: Programme, *, by: "Profile") -> bool:
    newest = conduct(programme).number
    rows = ConductAcceptance.objects.filter(programme=programme, profile=by, number=newest)
    return rows.exists()


def programme_of(relationship_id: int) -> Programme | None:
    """Of the match that a relationship came from; None where two met by themselves."""
    match = Match.objects.filter(relationship=relationship_id).select_related("round__programme")
    found = match.order_by("-pk").first()
    return found.round.programme if found is not None else None


def takes_part(programme: Programme, *, viewer: "Profile") -> bool:
    """Somebody who applied to it, or whom it matched."""
    return programme.rounds.filter(applications__profile=viewer).exists()


def who_hears(
    programme: Programme, *, viewer: "Profile", today: "date", besides: Collection[int] = ()
) -> "Profile | None":
    """The person named for it, else who leads longest: never one of the two, nor herself, nor
    anybody who is kept apart from her. None: only moderators are left.
    """
    apart = {viewer.pk, *besides} | people.kept_from(viewer, today=today)
    team = TeamMember.objects.filter(programme=programme).exclude(profile__in=apart)
    leads = team.filter(Q(role__in=LEADS) | Q(profile=programme.concerns_to_id))
    here = people.ids_here(leads.values_list("profile", flat=True))
    found = [
        one for one in leads.select_related("profile").order_by("pk") if one.profile_id in here
    ]
    found.sort(
        key=lambda one: (one.profile_id != programme.concerns_to_id, one.role != TeamRole.OWNER)
    )
    return found[0].profile if found else None


def concerns_heard(viewer: "Profile") -> QuerySet[Concern]:
    """Those that were told to the viewer, while she is in the team: unanswered ones first."""
    rows = Concern.objects.filter(_told_to(viewer)).select_related("programme", "by", "about")
    return rows.order_by(F("answered_at").asc(nulls_first=True), "-at", "-pk")


def concerns_raised(viewer: "Profile", *, programme: Programme) -> QuerySet[Concern]:
    rows = Concern.objects.filter(by=viewer, programme=programme)
    return rows.select_related("to", "about").order_by("-at", "-pk")


def concern(concern_id: int, *, viewer: "Profile") -> Concern | None:
    """For whoever raised it and whoever heard it; not there for anybody else."""
    rows = Concern.objects.filter(Q(by=viewer) | _told_to(viewer), pk=concern_id)
    return rows.select_related("programme", "by", "to", "about").first()


def waits_for_nobody(concern: Concern) -> bool:
    """Whoever it was told to has left the team, or Corridor."""
    if concern.answered_at is not None:
        return False
    return not concern.programme.team.filter(profile=concern.to_id).exists()


def _told_to(viewer: "Profile") -> Q:
    """Whoever left a team reads no more of what she was told as one of it."""
    teams = TeamMember.objects.filter(profile=viewer).order_by()
    return Q(to=viewer, programme__in=teams.values("programme"))
