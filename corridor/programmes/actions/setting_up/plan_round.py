"""A round gets its dates, before anybody can apply."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.choices import TeamDeedKind
from corridor.programmes.models import Programme, Round
from corridor.programmes.states import DIRECTOR

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class Plan:
    name: str
    opens_on: date
    closes_on: date
    starts_on: date
    ends_on: date


@transaction.atomic
def plan_round(programme: Programme, plan: Plan, *, by: "Profile", now: datetime) -> Round:
    """The one that is planned already, or a new one; it opens if its first day has come.

    Raises NotInTeam, ProgrammeArchived or ValidationError.
    """
    held = hold_to_set_up(programme, by=by)
    planned = held.rounds.filter(state=Round.State.PLANNED).order_by("opens_on", "pk").first()
    planned = write_plan(planned or Round(programme=held, state=Round.State.PLANNED), plan)
    record_deed(held, TeamDeedKind.SET_UP, by=by, now=now, words=planned.name)
    if held.is_active:
        open_due(held, now=now)
    return planned


def write_plan(round: Round, plan: Plan) -> Round:
    """Raises ValidationError."""
    round.name = plan.name
    round.opens_on, round.closes_on = plan.opens_on, plan.closes_on
    round.starts_on, round.ends_on = plan.starts_on, plan.ends_on
    round.full_clean()
    round.save()
    return round


def open_due(programme: Programme, *, now: datetime) -> None:
    """Rounds whose first day has come where the programme is, and whose last has not gone."""
    today = now.astimezone(ZoneInfo(programme.time_zone)).date()
    due = programme.rounds.select_for_update().filter(
        state=Round.State.PLANNED, opens_on__lte=today, closes_on__gte=today
    )
    for round in due.order_by("opens_on", "pk"):
        round.move("open", by=DIRECTOR)
