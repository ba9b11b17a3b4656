"""What is done for posts after the fact, at the time of the clock."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from corridor.posts import actions
from corridor.posts.events import MediaReceived


def make_media_ready(event: MediaReceived) -> None:
    """Takes minutes at worst, so no transaction is open meanwhile."""
    transaction.on_commit(partial(actions.make_media_ready, event.attachment_id))


def publish_what_is_due() -> None:
    actions.publish_due(now=timezone.now())


def end_what_is_over() -> None:
    """Polls that close, stories and posts that end."""
    now = timezone.now()
    actions.close_polls(now=now)
    actions.remove_expired(now=now)


def tidy_up() -> None:
    """Files that nobody used, and keys of apps."""
    now = timezone.now()
    actions.remove_unused_media(now=now)
    actions.forget_keys(now=now)
