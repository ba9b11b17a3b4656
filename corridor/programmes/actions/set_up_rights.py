"""What every change of a programme asks first."""

from typing import TYPE_CHECKING

from corridor.programmes import policies
from corridor.programmes.models import Programme
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotInTeam(Exception):
    """Her part in the team, if she has one, has not this right."""


class ProgrammeArchived(Exception):
    """Bring it back first."""


def hold_programme(programme: Programme, *, by: "Profile", right: Right) -> Programme:
    """The programme, locked until the change is stored. Raises NotInTeam."""
    held = Programme.objects.select_for_update().get(pk=programme.pk)
    if not policies.can(by, held, right):
        raise NotInTeam
    return held


def hold_to_set_up(programme: Programme, *, by: "Profile") -> Programme:
    """Raises NotInTeam or ProgrammeArchived."""
    return hold_active(programme, by=by, right=Right.SET_UP)


def hold_active(programme: Programme, *, by: "Profile", right: Right) -> Programme:
    """Raises NotInTeam or ProgrammeArchived."""
    held = hold_programme(programme, by=by, right=right)
    if held.is_archived:
        raise ProgrammeArchived
    return held
