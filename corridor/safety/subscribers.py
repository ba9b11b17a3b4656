"""What follows from what people say: behind a shield it waits."""

from corridor.posts.events import PostHeld, PostPublished
from corridor.safety import actions


def hold_published(event: PostPublished) -> None:
    actions.hold_back(event.post_id, is_private=event.is_private)


def hold_waiting(event: PostHeld) -> None:
    actions.hold_back(event.post_id, is_private=False)
