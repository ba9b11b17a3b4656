"""Timelines as queries of rows `(entry, post, boost)`, newest entry first when paged.

An entry is a post or a boost; its number is the id of that, and the order of the timeline.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from corridor.kernel.query_plans import outside, row_by_row
from corridor.people import queries as people
from corridor.people.choices import RepliesShown
from corridor.posts.choices import Audience
from corridor.posts.models import Attachment, Post, TagFollow, TagUse, TimelineEntry
from corridor.posts.queries.visibility import by_nobody_hidden, may_read, readable

MOST = 40
TAGGED = "tagged"
"""What `tagged` is paged by."""


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A piece of a timeline, as Mastodon's apps ask for it."""

    older_than: int | None = None
    """max_id"""
    newer_than: int | None = None
    """since_id: the newest of those that are newer."""
    just_after: int | None = None
    """min_id: the ones that follow right after, still told newest first."""
    limit: int = 20


def stretch_of(rows: QuerySet[Any, Any], stretch: Stretch, *, by: str) -> QuerySet[Any, Any]:
    """Ordered; where `just_after` is asked for oldest first, so that the limit cuts the far end."""
    if stretch.older_than is not None:
        rows = rows.filter(**{f"{by}__lt": stretch.older_than})
    if stretch.newer_than is not None:
        rows = rows.filter(**{f"{by}__gt": stretch.newer_than})
    if stretch.just_after is not None:
        rows = rows.filter(**{f"{by}__gt": stretch.just_after})
    return rows.order_by(by if stretch.just_after is not None else f"-{by}")[: stretch.limit]


def home(viewer_id: int, *, now: datetime) -> QuerySet[TimelineEntry]:
    """What was written for her, without what she may not or does not want to see any more."""
    rows = TimelineEntry.objects.filter(
        may_read(viewer_id, now=now, post="post__"), profile=viewer_id
    )
    muted = people.muted(viewer_id, now=now)
    return rows.filter(
        outside("post__author", muted) & outside("boost__booster", muted),
        by_nobody_hidden("boost__booster", viewer_id, now=now),
    )


def written_for(readers: Collection[int], entries: Collection[int]) -> dict[int, set[int]]:
    """Reader -> which of these were written into her home timeline; not asked who may see them."""
    rows = TimelineEntry.objects.filter(profile__in=readers, entry__in=entries).order_by()
    found: dict[int, set[int]] = {}
    for reader, entry in rows.values_list("profile", "entry"):
        found.setdefault(reader, set()).add(entry)
    return found


def public(viewer_id: int | None, *, now: datetime) -> QuerySet[Post]:
    """What is for everybody, replies to others left out."""
    rows = readable(viewer_id, now=now).filter(audience=Audience.PUBLIC)
    rows = rows.filter(Q(in_reply_to=None) | Q(in_reply_to_author=F("author")))
    return _without_limited(rows, viewer_id, now)


def tagged(
    name: str, *, viewer_id: int | None, now: datetime, also: Sequence[str] = ()
) -> QuerySet[Post]:
    """With a tag, or one of several; what is for everybody. To be paged by `TAGGED`."""
    names = [name, *also]
    rows = readable(viewer_id, now=now).filter(audience=Audience.PUBLIC)
    if also:
        uses = TagUse.objects.filter(tag__name__in=names).order_by().values("post")
        rows = rows.filter(pk__in=uses).alias(**{TAGGED: F("pk")})
    else:
        # By the number in the use of the tag, whose index has the newest of them first.
        rows = rows.filter(tag_uses__tag__name=name).alias(**{TAGGED: F("tag_uses__post")})
    return _without_limited(rows, viewer_id, now)


def has_tag(name: str) -> Exists:
    """As a condition on posts."""
    return Exists(TagUse.objects.filter(tag__name=name, post=OuterRef("pk")).order_by())


def has_media() -> Exists:
    """As a condition on posts."""
    return Exists(Attachment.objects.filter(post=OuterRef("pk")).order_by())


def of_list(list_id: int, *, viewer_id: int, now: datetime) -> QuerySet[Post]:
    """Of the people on a list of hers, with the replies that it is set to show."""
    authors = people.on_list(list_id, owner_id=viewer_id)
    rows = readable(viewer_id, now=now).filter(author__in=authors)
    to_listed = Q(in_reply_to_author__in=authors) | Q(in_reply_to_author=viewer_id)
    follows = row_by_row(people.follows(viewer_id, OuterRef("in_reply_to_author")))
    to_followed = Q(follows) | Q(in_reply_to_author=viewer_id)
    rows = rows.filter(
        Q(in_reply_to=None)
        | Q(in_reply_to_author=F("author"))
        | (Q(people.shows_replies(list_id, RepliesShown.LISTED)) & to_listed)
        | (Q(people.shows_replies(list_id, RepliesShown.FOLLOWED)) & to_followed)
    )
    return _without_muted(rows, viewer_id, now)


def _without_limited(rows: QuerySet[Post], viewer_id: int | None, now: datetime) -> QuerySet[Post]:
    """Of lists that are for everybody: without whom moderators keep from them."""
    return _without_muted(rows.filter(outside("author", people.limited())), viewer_id, now)


def _without_muted(rows: QuerySet[Post], viewer_id: int | None, now: datetime) -> QuerySet[Post]:
    if viewer_id is None:
        return rows
    return rows.filter(outside("author", people.muted(viewer_id, now=now)))


def of_followed_tags(viewer_id: int, *, now: datetime) -> QuerySet[Post]:
    """With a tag that she follows; what is for everybody."""
    tags = TagFollow.objects.filter(profile=viewer_id).order_by().values("tag")
    uses = TagUse.objects.filter(tag__in=tags).order_by().values("post")
    rows = readable(viewer_id, now=now).filter(audience=Audience.PUBLIC, pk__in=uses)
    return _without_limited(rows, viewer_id, now)
