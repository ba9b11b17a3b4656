"""One post by the number that apps and addresses give it; None where there is none for her."""

from datetime import datetime
from functools import cache

from django.db.models import OuterRef, Q, QuerySet

from corridor.kernel.compiled import CompiledObjects
from corridor.people import queries as people
from corridor.posts.choices import OPEN
from corridor.posts.models import Attachment, Boost, Draft, Poll, Post, ScheduledPost
from corridor.posts.queries.visibility import by_nobody_hidden, may_read, readable


def post_shown(number: int, *, viewer_id: int | None, now: datetime) -> Post | None:
    """`number`: of the post, or of a boost of it."""
    asked = _post_shown(is_visitor=viewer_id is None)
    post = asked.first(viewer=viewer_id, number=number, now=now)
    if post is not None:
        return post
    boost = boost_shown(number, viewer_id=viewer_id, now=now)
    return None if boost is None else asked.first(viewer=viewer_id, number=boost.post_id, now=now)


def boost_shown(number: int, *, viewer_id: int | None, now: datetime) -> Boost | None:
    asked = _boost_shown(is_visitor=viewer_id is None)
    return asked.first(viewer=viewer_id, number=number, now=now)


@cache
def _post_shown(*, is_visitor: bool) -> CompiledObjects[Post]:
    def build(number: int, now: datetime, viewer: int | None = None) -> QuerySet[Post]:
        found = readable(viewer, now=now).filter(pk=number)
        return found.select_related("author").order_by()

    return CompiledObjects(build, number=int, now=datetime, **_viewer(is_visitor=is_visitor))


@cache
def _boost_shown(*, is_visitor: bool) -> CompiledObjects[Boost]:
    def build(number: int, now: datetime, viewer: int | None = None) -> QuerySet[Boost]:
        return boosts_shown(viewer, now=now).filter(pk=number).order_by()

    return CompiledObjects(build, number=int, now=datetime, **_viewer(is_visitor=is_visitor))


def _viewer(*, is_visitor: bool) -> dict[str, type]:
    return {} if is_visitor else {"viewer": int}


def boosts_shown(viewer_id: int | None, *, now: datetime) -> QuerySet[Boost]:
    """Of posts that she may read, by people who are not hidden from her."""
    boosts = Boost.objects.filter(may_read(viewer_id, now=now, post="post__"))
    is_open = Q(audience__in=OPEN)
    if viewer_id is None:
        return boosts.filter(is_open, people.shown_to_visitors("booster"))
    follows = people.follows(viewer_id, OuterRef("booster"))
    return boosts.filter(
        is_open | Q(booster=viewer_id) | Q(follows),
        by_nobody_hidden("booster", viewer_id, now=now),
    )


def poll_shown(poll_id: int, *, viewer_id: int | None, now: datetime) -> Poll | None:
    polls = Poll.objects.filter(may_read(viewer_id, now=now, post="post__"))
    return polls.select_related("post").filter(pk=poll_id).first()


def own_attachment(attachment_id: int, *, viewer_id: int) -> Attachment | None:
    return Attachment.objects.filter(pk=attachment_id, owner=viewer_id).first()


def own_schedule(viewer_id: int) -> QuerySet[ScheduledPost]:
    rows = ScheduledPost.objects.filter(author=viewer_id)
    return rows.prefetch_related("attachments").order_by("-pk")


def own_drafts(viewer_id: int) -> QuerySet[Draft]:
    rows = Draft.objects.filter(author=viewer_id)
    return rows.prefetch_related("attachments").order_by("-at", "-pk")


def replies_waiting(viewer_id: int, *, now: datetime) -> QuerySet[Post]:
    """Replies to posts of hers that she neither let through nor refused, newest first.

    Without those that a shield keeps in a folder of their own, and those whose post she deleted:
    there is nothing left under which they could stand.
    """
    rows = (
        readable(viewer_id, now=now)
        .filter(in_reply_to_author=viewer_id, is_held=True, refused_at=None, withheld_at=None)
        .filter(is_behind_shield=False, in_reply_to__isnull=False)
    )
    return rows.exclude(author=viewer_id).order_by("-id")
