from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import policies
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.choices import TeamDeedKind
from corridor.programmes.models import Programme
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotBothYours(Exception):
    """Figures of one go to the other: whoever joins them sets up both."""


class PartOfItself(Exception):
    """Of programmes that belong to one, none can be that one's whole."""


@transaction.atomic
def join_programmes(
    programme: Programme, *, into: Programme | None, by: "Profile", now: datetime
) -> Programme:
    """``into`` counts its figures from now on; None ends that.

    Raises NotInTeam, ProgrammeArchived, NotBothYours or PartOfItself.
    """
    held = hold_to_set_up(programme, by=by)
    if into is not None:
        if not policies.can(by, into, Right.SET_UP):
            raise NotBothYours
        if into.pk == held.pk or into.part_of_id is not None or held.parts.exists():
            raise PartOfItself

    held.part_of = into
    held.save(update_fields=["part_of"])
    name = into.name if into is not None else ""
    record_deed(held, TeamDeedKind.SET_UP, by=by, now=now, words=name)
    return held
