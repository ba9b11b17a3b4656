"""Somebody looks at what lies apart, and says whose news she wants to have."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet

from corridor.kernel import events
from corridor.notifications.events import RequestsAccepted
from corridor.notifications.models import Notification, Permission


class NoRequest(Exception):
    """Nothing of that person waits for her."""


@transaction.atomic
def accept_requests(senders: Collection[int], *, by: int) -> None:
    """What waits is told, and what will come. Raises NoRequest."""
    waiting = _waiting(senders, by)
    known = set(waiting.order_by().values_list("by", flat=True))
    Permission.objects.bulk_create(
        (Permission(recipient_id=by, by_id=pk) for pk in sorted(known)), ignore_conflicts=True
    )
    if not waiting.update(is_apart=False):
        raise NoRequest

    events.publish(RequestsAccepted(recipient_id=by))


def dismiss_requests(senders: Collection[int], *, by: int) -> None:
    """What waits is gone; what comes later waits again. Raises NoRequest."""
    gone, _ = _waiting(senders, by).delete()
    if not gone:
        raise NoRequest


def _waiting(senders: Collection[int], by: int) -> QuerySet[Notification]:
    return Notification.objects.filter(recipient=by, by__in=senders, is_apart=True)
