from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.actions.forms.new_question import NewQuestion, Place, question_of, write
from corridor.programmes.actions.forms.versions import version_to_change
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.choices import TeamDeedKind
from corridor.programmes.models import Question
from corridor.programmes.questions import FIELDS

if TYPE_CHECKING:
    from corridor.people.models import Profile


class KindIsFixed(Exception):
    """People answered it: what they said would be no answer to another kind of question."""


@transaction.atomic
def change_question(place: Place, *, new: NewQuestion, by: "Profile", now: datetime) -> Question:
    """Raises NotInTeam, ProgrammeArchived, NoSuchQuestion, KindIsFixed or ValidationError."""
    held = hold_to_set_up(place.programme, by=by)
    question = question_of(version_to_change(held, place.side, now=now), place.key)
    field = FIELDS.get(new.field)
    kind = field.kind if field is not None else new.kind
    is_other = (kind, new.field) != (question.kind, question.field)
    if is_other and place.key in queries.keys_with_answers(held, place.side):
        raise KindIsFixed

    write(question, new)
    record_deed(held, TeamDeedKind.FORM, by=by, now=now, words=question.label)
    return question
