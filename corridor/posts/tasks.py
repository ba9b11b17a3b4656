"""What is done for posts after the fact, by a worker."""

from django_tasks import task

from corridor.posts import actions
from corridor.posts.events import MediaReceived


def make_media_ready_later(event: MediaReceived) -> None:
    make_media_ready.enqueue(event.attachment_id)


@task()
def make_media_ready(attachment_id: int) -> None:
    """Takes minutes at worst."""
    actions.make_media_ready(attachment_id)
