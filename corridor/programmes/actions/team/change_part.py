from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import policies
from corridor.programmes.actions.conduct import tell_left_unheard
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import NotInTeam, hold_programme
from corridor.programmes.actions.team.ask_into_team import Part
from corridor.programmes.choices import TeamDeedKind, TeamRole
from corridor.programmes.models import Programme, TeamMember
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotOfTeam(Exception):
    """Somebody took her out meanwhile."""


class LastOwner(Exception):
    """A programme has an owner: hand it over first."""


@transaction.atomic
def change_part(member: TeamMember, *, part: Part, by: "Profile", now: datetime) -> TeamMember:
    """Nobody is made owner so: that takes her yes. Raises NotInTeam, NotOfTeam or LastOwner."""
    held = hold_programme(member.programme, by=by, right=Right.SET_UP)
    mine = _of_team(held, member.profile_id)
    if TeamRole.OWNER in {mine.role, part.role} and not policies.can(by, held, Right.OWN):
        raise NotInTeam
    if part.role == TeamRole.OWNER and mine.role != TeamRole.OWNER:
        raise NotInTeam
    if part.role != TeamRole.OWNER:
        _keep_an_owner(held, mine)

    mine.role = part.role
    for name, may in part.columns().items():
        setattr(mine, name, may)
    mine.save(update_fields=["role", *part.columns()])
    words = f"@{mine.profile.handle}: {part.role.label}"
    record_deed(held, TeamDeedKind.TEAM, by=by, now=now, words=words)
    return mine


@transaction.atomic
def leave_team(member: TeamMember, *, by: "Profile", now: datetime) -> None:
    """She goes, or is taken out. Raises NotInTeam, NotOfTeam or LastOwner."""
    held = Programme.objects.select_for_update().get(pk=member.programme_id)
    mine = _of_team(held, member.profile_id)
    right = Right.OWN if mine.role == TeamRole.OWNER else Right.SET_UP
    if by.pk != mine.profile_id and not policies.can(by, held, right):
        raise NotInTeam
    _keep_an_owner(held, mine)

    record_deed(held, TeamDeedKind.TEAM, by=by, now=now, words=f"@{mine.profile.handle}")
    mine.delete()
    tell_left_unheard(held, mine.profile_id)


def _of_team(programme: Programme, profile_id: int) -> TeamMember:
    """Raises NotOfTeam."""
    try:
        return programme.team.select_related("profile").get(profile=profile_id)
    except TeamMember.DoesNotExist as gone:
        raise NotOfTeam from gone


def _keep_an_owner(programme: Programme, member: TeamMember) -> None:
    """Raises LastOwner."""
    others = programme.team.filter(role=TeamRole.OWNER).exclude(pk=member.pk)
    if member.role == TeamRole.OWNER and not others.exists():
        raise LastOwner
