"""A programme is put away, and brought back. Nothing in it is lost."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes.actions.answering import close_account
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_programme, hold_to_set_up
from corridor.programmes.choices import TeamDeedKind
from corridor.programmes.models import Programme, Round
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile

AT_REST = (Round.State.PLANNED, Round.State.RUNNING, Round.State.FINISHED)


class RoundsGoOn(Exception):
    """People have applied and wait: finish the round first."""


class NotArchived(Exception):
    """It is there already."""


@transaction.atomic
def archive_programme(programme: Programme, *, by: "Profile", now: datetime) -> Programme:
    """Raises NotInTeam, ProgrammeArchived or RoundsGoOn. Matches that run go on.

    Its account is not shown any more; publishing it again brings that back.
    """
    held = hold_to_set_up(programme, by=by)
    if held.rounds.exclude(state__in=AT_REST).exists():
        raise RoundsGoOn

    held.go(Programme.State.ARCHIVED)
    close_account(held)
    record_deed(held, TeamDeedKind.ARCHIVED, by=by, now=now)
    return held


@transaction.atomic
def bring_back_programme(programme: Programme, *, by: "Profile", now: datetime) -> Programme:
    """As a draft: its hashtag may be somebody else's by now. Raises NotInTeam or NotArchived."""
    held = hold_programme(programme, by=by, right=Right.SET_UP)
    if not held.is_archived:
        raise NotArchived

    held.go(Programme.State.DRAFT)
    record_deed(held, TeamDeedKind.BROUGHT_BACK, by=by, now=now)
    return held
