"""Somebody follows the link of an invitation or of an answer to her post, and begins."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.actions.applying.begin_application import begin_application
from corridor.programmes.models import Application, Interest, RoundInvitation

if TYPE_CHECKING:
    from corridor.people.models import Profile


class LinkUsed(Exception):
    """Unknown, used, expired, taken back, or somebody else's: nobody is told which."""


@transaction.atomic
def accept_invitation(*, token: str, by: "Profile", now: datetime) -> Application:
    """Raises LinkUsed or DoorShut; then the link still opens."""
    found = queries.invitation_by_link(token, now=now)
    if found is None:
        raise LinkUsed
    standing = RoundInvitation.objects.filter(pk=found.pk, used_at=None, withdrawn_at=None)
    if not standing.update(used_at=now, used_by=by):
        raise LinkUsed
    begun = begin_application(round=found.round, side=found.side, by=by, now=now)
    if found.sealed_answers and not begun.written and begun.state == begun.State.DRAFT:
        begun.answers = found.answers
        begun.save(update_fields=["sealed_answers"])
    return begun


@transaction.atomic
def follow_interest(said: Interest, *, by: "Profile", now: datetime) -> Application:
    """A draft, whichever link of the two she came by. Raises LinkUsed or DoorShut."""
    standing = queries.open_interests(by, now=now).filter(pk=said.pk).order_by()
    if not standing.update(used_at=now):
        raise LinkUsed
    return begin_application(round=said.round, side=said.side, by=by, now=now)
