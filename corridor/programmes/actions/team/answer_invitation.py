from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel.events import publish
from corridor.programmes import policies
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_programme
from corridor.programmes.choices import FUNCTIONS, TeamDeedKind, TeamRole
from corridor.programmes.events import TeamAnswered
from corridor.programmes.models import Programme, TeamInvitation, TeamMember
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotAsked(Exception):
    """Nobody asked her, or it was taken back, or she answered before."""


@transaction.atomic
def answer_invitation(
    invitation_id: int, *, accepts: bool, by: "Profile", now: datetime
) -> TeamInvitation:
    """Raises NotAsked, also where whoever asked could not ask any more."""
    asked = _open(invitation_id, profile=by)
    held = asked.programme
    if accepts and not policies.can(asked.by, held, _right(asked)):
        raise NotAsked
    asked.ended_at, asked.accepted = now, accepts
    asked.save(update_fields=["ended_at", "accepted"])
    if accepts:
        _take_part(held, asked)
        kind = TeamDeedKind.HANDED_OVER if asked.hands_over else TeamDeedKind.TEAM
        record_deed(held, kind, by=by, now=now, words=f"@{by.handle}: {asked.get_role_display()}")
    publish(TeamAnswered(profile_id=by.pk, by_id=asked.by_id, accepts=accepts, at=now))
    return asked


@transaction.atomic
def withdraw_invitation(invitation_id: int, *, by: "Profile", now: datetime) -> TeamInvitation:
    """Raises NotAsked or NotInTeam."""
    asked = _open(invitation_id)
    held = hold_programme(asked.programme, by=by, right=_right(asked))
    asked.ended_at = now
    asked.save(update_fields=["ended_at"])
    record_deed(held, TeamDeedKind.TEAM, by=by, now=now, words=f"@{asked.profile.handle}")
    publish(TeamAnswered(profile_id=asked.profile_id, by_id=asked.by_id, accepts=None, at=now))
    return asked


def _right(asked: TeamInvitation) -> Right:
    return Right.OWN if asked.hands_over else Right.SET_UP


def _open(invitation_id: int, *, profile: "Profile | None" = None) -> TeamInvitation:
    """Its programme held. Raises NotAsked."""
    found = TeamInvitation.objects.filter(pk=invitation_id, ended_at=None)
    if profile is not None:
        found = found.filter(profile=profile)
    programme_id = found.values_list("programme", flat=True).first()
    if programme_id is None:
        raise NotAsked
    Programme.objects.select_for_update().get(pk=programme_id)
    asked = found.select_related("programme", "profile", "by").first()
    if asked is None:
        raise NotAsked
    return asked


def _take_part(programme: Programme, asked: TeamInvitation) -> None:
    functions = {name: getattr(asked, name) for name in FUNCTIONS}
    TeamMember.objects.update_or_create(
        programme=programme, profile=asked.profile, defaults={"role": asked.role, **functions}
    )
    if asked.hands_over:
        programme.team.filter(profile=asked.by_id).exclude(profile=asked.profile_id).update(
            role=TeamRole.DIRECTOR
        )
