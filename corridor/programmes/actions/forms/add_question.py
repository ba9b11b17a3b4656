import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from corridor.programmes.actions.forms.new_question import NewQuestion, write
from corridor.programmes.actions.forms.versions import version_to_change
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.choices import Side, TeamDeedKind
from corridor.programmes.models import Programme, Question

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_QUESTIONS = 300


class TooManyQuestions(Exception):
    """Nobody answers more than 300."""


@transaction.atomic
def add_question(
    programme: Programme, side: Side, *, new: NewQuestion, by: "Profile", now: datetime
) -> Question:
    """At the end. Raises NotInTeam, ProgrammeArchived, TooManyQuestions or ValidationError."""
    held = hold_to_set_up(programme, by=by)
    version = version_to_change(held, side, now=now)
    if version.questions.count() >= MOST_QUESTIONS:
        raise TooManyQuestions

    last = version.questions.aggregate(last=Max("position"))["last"] or 0
    question = Question(version=version, key=secrets.token_hex(6), position=last + 1)
    write(question, new)
    record_deed(held, TeamDeedKind.FORM, by=by, now=now, words=question.label)
    return question
