from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_programme
from corridor.programmes.choices import TeamDeedKind
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Programme


@transaction.atomic
def export_programme(programme: "Programme", *, by: "Profile", now: datetime) -> queries.Export:
    """Everything of it as tables, and proofs of its runs; the record of the team says who took
    it, and when.

    Raises NotInTeam.
    """
    held = hold_programme(programme, by=by, right=Right.SET_UP)
    exported = queries.export(held, viewer=by, now=now)
    record_deed(held, TeamDeedKind.EXPORTED, by=by, now=now)
    return exported
