"""She leaves a round, whenever she likes and without a reason; for a while she can come back."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.state_machines import MoveImpossible
from corridor.kernel import events
from corridor.people import letters
from corridor.programmes import queries
from corridor.programmes.actions.applying.let_in_next import let_in_next
from corridor.programmes.actions.applying.own import NotYourApplication, hold_own
from corridor.programmes.events import ApplicationSent, ApplicationWithdrawn
from corridor.programmes.letters_to_applicants import withdrawn
from corridor.programmes.models import Application
from corridor.programmes.states_of_applications import APPLICANT, DRAFT, IN, SENT

if TYPE_CHECKING:
    from corridor.people.models import Profile

UNDO = timedelta(days=1)


class TooLateToUndo(Exception):
    """The day is over, the round has been matched meanwhile, or her place is taken."""


@transaction.atomic
def withdraw_application(*, application: Application, by: "Profile", now: datetime) -> None:
    """Raises NotYourApplication."""
    held = hold_own(application, by=by)
    was = held.state
    try:
        held.move("withdraw", who=APPLICANT, by=by, at=now)
    except MoveImpossible as over:
        raise NotYourApplication from over
    if was == DRAFT:
        return
    letters.tell(withdrawn(held), to=held.profile.account.email)
    events.publish(ApplicationWithdrawn(application_id=held.pk))
    let_in_next(held.round, now=now)


@transaction.atomic
def undo_withdrawal(*, application: Application, by: "Profile", now: datetime) -> Application:
    """As it was before. Raises NotYourApplication or TooLateToUndo."""
    held = hold_own(application, by=by)
    if held.state != held.State.WITHDRAWN:
        raise NotYourApplication
    if not may_undo(held, now=now):
        raise TooLateToUndo
    back = {DRAFT: "begin_again", SENT: "wait_again", IN: "join_again"}[state_before(held)]
    if back == "join_again" and held.side == "mentee" and not queries.has_place(held.round):
        raise TooLateToUndo

    held.move(back, who=APPLICANT, by=by, at=now)
    if back != "begin_again":
        events.publish(ApplicationSent(application_id=held.pk))
    return held


def may_undo(application: Application, *, now: datetime) -> bool:
    last = application.moves.order_by("-at", "-pk").first()
    is_withdrawal = last is not None and last.name == "withdraw"
    is_soon = last is not None and now < last.at + UNDO
    is_before_matching = application.round.state in {"open", "closed"}
    return is_withdrawal and is_soon and is_before_matching


def state_before(application: Application) -> str:
    """Where it was when it was withdrawn."""
    before = list(application.moves.order_by("-at", "-pk").values_list("state", flat=True)[1:2])
    return before[0] if before else DRAFT
