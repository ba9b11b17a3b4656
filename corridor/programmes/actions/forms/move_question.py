from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes.actions.forms.new_question import Place, question_of
from corridor.programmes.actions.forms.versions import version_to_change
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.models import Question

if TYPE_CHECKING:
    from corridor.people.models import Profile


@transaction.atomic
def move_question(place: Place, *, to: int, by: "Profile", now: datetime) -> None:
    """To that place among those asked, from 1; beyond an end it stands at the end.

    Raises NotInTeam, ProgrammeArchived or NoSuchQuestion.
    """
    held = hold_to_set_up(place.programme, by=by)
    version = version_to_change(held, place.side, now=now)
    moved = question_of(version, place.key)
    asked = list(version.questions.filter(is_retired=False).order_by("position", "pk"))
    asked.remove(moved)
    asked.insert(max(0, to - 1), moved)
    for position, question in enumerate(asked, start=1):
        question.position = position
    Question.objects.bulk_update(asked, ["position"])
