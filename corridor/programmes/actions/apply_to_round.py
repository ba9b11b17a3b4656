from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes.answers import Answers
from corridor.programmes.documents import to_document
from corridor.programmes.models import Application, Round

if TYPE_CHECKING:
    from corridor.people.models import Profile


class RoundNotOpen(Exception):
    """Applications are closed."""


class AlreadyApplied(Exception):
    """One application a round, on one side of it."""


@dataclass(frozen=True, kw_only=True)
class NewApplication:
    is_mentor: bool
    answers: Answers


@transaction.atomic
def apply_to_round(
    *,
    round: Round,
    new: NewApplication,
    by: "Profile",
    now: datetime,
) -> Application:
    """Raises RoundNotOpen or AlreadyApplied."""
    held = Round.objects.select_for_update().get(pk=round.pk)
    if held.state != Round.State.OPEN:
        raise RoundNotOpen
    if Application.objects.filter(round=held, profile=by).exists():
        raise AlreadyApplied

    application = Application(
        round=held,
        profile=by,
        side=Application.Side.MENTOR if new.is_mentor else Application.Side.MENTEE,
        applied_at=now,
    )
    application.answers = to_document(new.answers)
    application.save()
    return application
