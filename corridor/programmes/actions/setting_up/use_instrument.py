"""A team chooses a published scale for its reviews, or leaves it off."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.mentoring.actions import meetings
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.choices import TeamDeedKind
from corridor.programmes.models import Programme

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NoInstrument(Exception):
    """None is in use."""


@transaction.atomic
def use_instrument(
    programme: Programme, new: meetings.NewInstrument, *, by: "Profile", now: datetime
) -> None:
    """From the next review on. Raises NotInTeam, ProgrammeArchived or InstrumentIncomplete."""
    held = hold_to_set_up(programme, by=by)
    kept = meetings.keep_instrument(held.slug, new, now=now)
    words = _("Scale in reviews: %(title)s") % {"title": kept}
    record_deed(held, TeamDeedKind.SET_UP, by=by, now=now, words=words)


@transaction.atomic
def leave_instrument(programme: Programme, *, by: "Profile", now: datetime) -> None:
    """What was answered stays. Raises NotInTeam, ProgrammeArchived or NoInstrument."""
    held = hold_to_set_up(programme, by=by)
    if not meetings.end_instrument(held.slug, now=now):
        raise NoInstrument
    record_deed(held, TeamDeedKind.SET_UP, by=by, now=now, words=_("No scale in reviews"))
