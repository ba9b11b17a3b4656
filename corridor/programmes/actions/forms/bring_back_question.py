from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes.actions.forms.new_question import Place
from corridor.programmes.actions.forms.versions import version_to_change
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.choices import TeamDeedKind

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotRetired(Exception):
    """It is asked already, or another question asks for the same part of the matching."""


@transaction.atomic
def bring_back_question(place: Place, *, by: "Profile", now: datetime) -> None:
    """Raises NotInTeam, ProgrammeArchived or NotRetired."""
    held = hold_to_set_up(place.programme, by=by)
    version = version_to_change(held, place.side, now=now)
    question = version.questions.filter(key=place.key, is_retired=True).first()
    if question is None:
        raise NotRetired
    asked = version.questions.filter(is_retired=False).exclude(field="")
    if asked.filter(field=question.field).exists():
        raise NotRetired

    question.is_retired = False
    question.save(update_fields=["is_retired"])
    record_deed(held, TeamDeedKind.FORM, by=by, now=now, words=question.label)
