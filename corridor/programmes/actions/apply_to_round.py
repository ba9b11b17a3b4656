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
    """One application a round, or one on each side where the programme allows both."""


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
    """Somebody is in at once, with all her answers. Raises RoundNotOpen or AlreadyApplied."""
    held = Round.objects.select_for_update().get(pk=round.pk)
    if held.state != Round.State.OPEN:
        raise RoundNotOpen
    side = Application.Side.MENTOR if new.is_mentor else Application.Side.MENTEE
    if not may_begin(held, side=side, profile=by):
        raise AlreadyApplied

    application = Application(
        round=held, profile=by, side=side, state=Application.State.IN, applied_at=now
    )
    application.answers = to_document(new.answers)
    application.save()
    application.moves.create(name="join", state=application.state, by=by, at=now)
    return application


def may_begin(round: Round, *, side: str, profile: "Profile") -> bool:
    """Call with the round held: somebody has one application there, or one for each side."""
    hers = Application.objects.filter(round=round, profile=profile)
    if round.programme.both_sides:
        return not hers.filter(side=side).exists()
    return not hers.exists()
