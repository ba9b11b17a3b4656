"""What a second reader lets pass becomes what its author meant it to be."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.library import actions as tutorials
from corridor.library import queries as library
from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.safety.what_is_read import about_of, as_edit, as_kept

if TYPE_CHECKING:
    from corridor.library.models import Version
    from corridor.posts.models import Post
    from corridor.safety.models import SecondReading


class NotWhatWasRead(Exception):
    """The post was edited since, or the thread; or there is something to put right in it."""


def publish_read(held: "SecondReading", *, now: datetime) -> int | None:
    """Number of the post; None where it is published later.

    Raises NotWhatWasRead, and what publishing, scheduling and editing raise.
    """
    if held.version is not None:
        return _publish_thread(held, held.version, now)
    if held.changes is not None:
        return _say_anew(held, held.changes, now)
    new = replace(posting.from_words(held.said["post"]), was_read=True)
    if new.expires_at is not None:  # the time that she gave it begins now
        new = replace(new, expires_at=new.expires_at + (now - held.begun_at))
    due_at = held.publish_at
    if due_at is not None and due_at - now >= posting.SOONEST:
        posting.schedule_post(new, due_at=due_at, by=held.author, now=now)
        return None
    return posting.publish_post(new, by=held.author, now=now).pk


def _say_anew(held: "SecondReading", changed: "Post", now: datetime) -> int:
    about = about_of(held)
    is_as_it_was = held.said["about"]["edited_at"] == as_kept(about)["edited_at"]
    post = posts.post_shown(changed.pk, viewer_id=held.author_id, now=now)
    if post is None or not is_as_it_was:
        raise NotWhatWasRead
    edit = as_edit(posting.from_words(held.said["post"]), about, was_read=True)
    return posting.edit_post(edit, post=post, by=held.author, now=now).pk


def _publish_thread(held: "SecondReading", version: "Version", now: datetime) -> int | None:
    if library.said_in(version) != posting.from_words(held.said["post"]):
        raise NotWhatWasRead
    try:
        published = tutorials.publish_version(
            version=version, by=held.author, now=now, was_read=True
        )
    except (tutorials.NotReady, tutorials.VersionIsPublished) as refused:
        raise NotWhatWasRead from refused
    return published.first_post_id
