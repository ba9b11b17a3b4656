from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.kernel.events import publish
from corridor.people.letters import Button, Letter, address_of_page, tell, to_member
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_programme
from corridor.programmes.choices import FUNCTIONS, TeamDeedKind, TeamRole
from corridor.programmes.events import TeamAsked
from corridor.programmes.models import Programme, TeamInvitation
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile


class InTeamAlready(Exception):
    """Change her part instead."""


class AskedAlready(Exception):
    """She has not answered yet."""


@dataclass(frozen=True, kw_only=True)
class Part:
    role: TeamRole
    functions: frozenset[str] = frozenset()
    """Names among `FUNCTIONS`, for reviewers and readers."""

    def columns(self) -> dict[str, bool]:
        return {name: name in self.functions for name in FUNCTIONS}


@transaction.atomic
def ask_into_team(
    programme: Programme, who: "Profile", *, part: Part, by: "Profile", now: datetime
) -> TeamInvitation:
    """To become owner is to take the programme over; whoever asked directs it then.

    Raises NotInTeam, InTeamAlready or AskedAlready.
    """
    hands_over = part.role == TeamRole.OWNER
    held = hold_programme(programme, by=by, right=Right.OWN if hands_over else Right.SET_UP)
    if not hands_over and held.team.filter(profile=who).exists():
        raise InTeamAlready
    if held.team.filter(profile=who, role=TeamRole.OWNER).exists():
        raise InTeamAlready
    if held.team_invitations.filter(profile=who, ended_at=None).exists():
        raise AskedAlready

    asked = TeamInvitation.objects.create(
        programme=held, profile=who, role=part.role, by=by, at=now, **part.columns()
    )
    words = f"@{who.handle}: {part.role.label}"
    record_deed(held, TeamDeedKind.TEAM, by=by, now=now, words=words)
    publish(TeamAsked(profile_id=who.pk, by_id=by.pk, at=now))
    tell(_letter(asked), to=who.account.email)
    return asked


def _letter(asked: TeamInvitation) -> Letter:
    names = {
        "name": asked.by.display_name,
        "programme": asked.programme.name,
        "role": asked.get_role_display(),
    }
    if asked.hands_over:
        subject = _("%(name)s would like to hand %(programme)s over to you")
        says = _("You would own it: its set-up, its team and its rounds would be yours to run.")
    else:
        subject = _("%(name)s asks you into the team of %(programme)s")
        says = _("Your part would be: %(role)s.")
    return Letter(
        subject=subject % names,
        paragraphs=(says % names, _("Nothing changes until you say yes.")),
        why=to_member(asked.profile.handle),
        button=Button(label=_("Answer"), url=address_of_page("team-invitations")),
    )
