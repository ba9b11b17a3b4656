from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.actions.forms.new_question import Place, question_of
from corridor.programmes.actions.forms.versions import version_to_change
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.choices import TeamDeedKind

if TYPE_CHECKING:
    from corridor.people.models import Profile


@transaction.atomic
def remove_question(place: Place, *, by: "Profile", now: datetime) -> bool:
    """Whether it is retired: it is not asked any more, and what people answered stays.

    One that nobody answered goes. Raises NotInTeam, ProgrammeArchived or NoSuchQuestion.
    """
    held = hold_to_set_up(place.programme, by=by)
    question = question_of(version_to_change(held, place.side, now=now), place.key)
    has_answers = place.key in queries.keys_with_answers(held, place.side)
    if has_answers:
        question.is_retired = True
        question.save(update_fields=["is_retired"])
    else:
        question.delete()
    record_deed(held, TeamDeedKind.FORM, by=by, now=now, words=question.label)
    return has_answers
