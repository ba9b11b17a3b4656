"""What is done for apps after the fact, by a worker."""

from django.utils import timezone
from django_tasks import task

from corridor.mastodon_api.push.delivering import deliver, subscriptions_of
from corridor.notifications.events import Notified


def push_later(event: Notified) -> None:
    """A task for each app, so that one which fails is tried again alone."""
    for subscription_id in subscriptions_of(event.recipient_id, now=timezone.now()):
        push.enqueue(subscription_id, event.notification_id)


@task()
def push(subscription_id: int, notification_id: int) -> None:
    """Raises TryAgain: whoever does tasks tries again."""
    deliver(subscription_id, notification_id, now=timezone.now())
