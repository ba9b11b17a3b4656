"""Somebody does not want to see a notification any more."""

from corridor.notifications.models import Notification


class NothingToDismiss(Exception):
    """It is not hers, or gone already."""


def dismiss(notification_id: int, *, by: int) -> None:
    """Raises NothingToDismiss."""
    gone, _ = Notification.objects.filter(pk=notification_id, recipient=by).delete()
    if not gone:
        raise NothingToDismiss


def dismiss_group(group: str, *, by: int) -> None:
    """Those that are told together; none is as good as gone."""
    Notification.objects.filter(group=group, recipient=by).delete()


def clear(*, by: int) -> None:
    """All of hers."""
    Notification.objects.filter(recipient=by).delete()
