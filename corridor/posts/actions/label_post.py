"""Moderators put a content note over a post; its author cannot take it away."""

from django.db import transaction

from corridor.kernel import events
from corridor.posts.actions.withhold_post import locked_post
from corridor.posts.events import PostChanged
from corridor.posts.models import LONGEST_NOTE, Post

BETWEEN = " · "


class NotLabelled(Exception):
    """There is no note of moderators on it."""


@transaction.atomic
def label_post(post_id: int, *, note: str) -> None:
    """A note that moderators gave it before makes way. Raises PostGone."""
    held = locked_post(post_id)
    own = _own_note(held)
    held.moderators_note = note[:LONGEST_NOTE]
    _say(held, own)


@transaction.atomic
def end_label(post_id: int) -> None:
    """What its author said there stays. Raises PostGone or NotLabelled."""
    held = locked_post(post_id)
    if not held.moderators_note:
        raise NotLabelled
    own = _own_note(held)
    held.moderators_note = ""
    _say(held, own)


def noted(own: str, *, by_moderators: str) -> str:
    """The content note of a post: theirs first."""
    if not by_moderators or own.startswith(by_moderators):
        return own
    return BETWEEN.join(filter(None, (by_moderators, own)))[:LONGEST_NOTE]


def _own_note(post: Post) -> str:
    return post.content_note.removeprefix(post.moderators_note).removeprefix(BETWEEN)


def _say(post: Post, own: str) -> None:
    post.content_note = noted(own, by_moderators=post.moderators_note)
    post.save(update_fields=["content_note", "moderators_note"])
    events.publish(PostChanged(post_id=post.pk, is_edit=False))
