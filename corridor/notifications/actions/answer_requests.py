"""Somebody looks at what lies apart, and says whose news she wants to have."""

from collections.abc import Callable, Collection
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from corridor.kernel import events
from corridor.notifications.events import RequestsAccepted
from corridor.notifications.models import Notification, Permission
from corridor.people import actions as people
from corridor.safety import actions as safety
from corridor.safety import queries as folders


class NoRequest(Exception):
    """Nothing of that person waits for her."""


@transaction.atomic
def accept_requests(senders: Collection[int], *, by: int, now: datetime) -> None:
    """What waits is told, and what will come, also while a shield is up. Raises NoRequest.

    What lies of them in her folder is let through.
    """
    waiting = _waiting(senders, by)
    known = set(waiting.order_by().values_list("by", flat=True))
    if not known:
        raise NoRequest
    Permission.objects.bulk_create(
        (Permission(recipient_id=by, by_id=pk) for pk in sorted(known)), ignore_conflicts=True
    )
    waiting.update(is_apart=False)
    for sender in sorted(known):
        people.get_acquainted(by, sender, now=now)
    _answer_held(safety.let_through, known, by, now)
    events.publish(RequestsAccepted(recipient_id=by))


@transaction.atomic
def dismiss_requests(senders: Collection[int], *, by: int, now: datetime) -> None:
    """What waits is gone; what comes later waits again. Raises NoRequest.

    What lies of them in her folder is put away.
    """
    waiting = _waiting(senders, by)
    known = set(waiting.order_by().values_list("by", flat=True))
    if not known:
        raise NoRequest
    waiting.delete()
    _answer_held(safety.put_away, known, by, now)


def _answer_held(
    answer: "Callable[..., int]", senders: Collection[int], by: int, now: datetime
) -> None:
    held = list(folders.held_for(by, now=now).filter(by__in=senders))
    if held:
        answer(held, actor=held[0].profile, now=now)


def tell_what_lay_apart(post_id: int, *, by: int, to: int) -> None:
    """It was let through, from wherever it lay; nothing is as good as told."""
    apart = Notification.objects.filter(recipient=to, by=by, post=post_id, is_apart=True)
    if apart.update(is_apart=False):
        events.publish(RequestsAccepted(recipient_id=to))


def forget_what_lay_apart(post_id: int, *, by: int, of: int) -> None:
    Notification.objects.filter(recipient=of, by=by, post=post_id, is_apart=True).delete()


def _waiting(senders: Collection[int], by: int) -> QuerySet[Notification]:
    return Notification.objects.filter(recipient=by, by__in=senders, is_apart=True)
