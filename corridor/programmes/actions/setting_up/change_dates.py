"""A round takes applications a week longer, or again, or its first meetings move."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.actions.setting_up.plan_round import Plan, write_plan
from corridor.programmes.choices import TeamDeedKind
from corridor.programmes.models import Round

if TYPE_CHECKING:
    from corridor.people.models import Profile


BEFORE_MATCHING = (Round.State.OPEN, Round.State.CLOSED)


class DatesAreFixed(Exception):
    """Its people are being matched, or were."""


@transaction.atomic
def change_dates(round: Round, plan: Plan, *, by: "Profile", now: datetime) -> Round:
    """Until people are matched. Raises NotInTeam, ProgrammeArchived, DatesAreFixed or
    ValidationError.
    """
    programme = hold_to_set_up(round.programme, by=by)
    held = Round.objects.select_for_update().get(pk=round.pk)
    if held.state not in BEFORE_MATCHING:
        raise DatesAreFixed
    write_plan(held, plan)
    record_deed(programme, TeamDeedKind.SET_UP, by=by, now=now, words=held.name)
    return held
