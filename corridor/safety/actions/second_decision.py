"""An account is closed for good by two moderators; by one it is for a week."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.people import actions as people
from corridor.safety import letters, log, policies
from corridor.safety.actions.undo_decision import NotWithoutAnother, UndoneAlready
from corridor.safety.choices import Deed
from corridor.safety.models import Decision
from corridor.safety.ties import refuse_if_tied

if TYPE_CHECKING:
    from corridor.people.models import Profile


@transaction.atomic
def second_decision(*, decision: Decision, by: "Profile", now: datetime) -> None:
    """From now on it does not end by itself; whoever disagrees undoes it.

    Raises NotWithoutAnother, LeaveItToAnother or UndoneAlready.
    """
    if not policies.may_second(by, decision, today=now.date()):
        raise NotWithoutAnother
    held = Decision.objects.select_for_update().get(pk=decision.pk)
    is_waiting = held.needs_second and held.seconded_by_id is None and held.undone_at is None
    if not is_waiting or held.case is None or held.until is None or held.until <= now:
        raise UndoneAlready
    refuse_if_tied(by, held.case, today=now.date())
    try:
        people.let_restriction_stand(held.restriction_number or 0)
    except people.NotRestricted as over:
        raise UndoneAlready from over
    held.seconded_by, held.until = by, None
    held.save(update_fields=["seconded_by", "until"])
    log.note(
        Deed.SECONDED,
        by=by.pk,
        at=now,
        case_number=held.case.pk,
        details=f"decision {held.pk}",
    )
    letters.tell_of_second(held)
