"""What somebody marked, and who marked a post: rows of marks, newest mark first when paged."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from corridor.people import queries as people
from corridor.posts.models import Bookmark, Boost, Kudos, Post, Revision
from corridor.posts.queries.visibility import by_nobody_hidden, may_read, readable


def bookmarked(viewer_id: int, *, now: datetime) -> QuerySet[Bookmark]:
    return Bookmark.objects.filter(may_read(viewer_id, now=now, post="post__"), profile=viewer_id)


def given_kudos(viewer_id: int, *, now: datetime) -> QuerySet[Kudos]:
    return Kudos.objects.filter(may_read(viewer_id, now=now, post="post__"), profile=viewer_id)


def kudos_of(post_id: int, *, viewer_id: int | None, now: datetime) -> QuerySet[Kudos]:
    """Of a post that she may read, by those whom she may see."""
    return Kudos.objects.filter(_by_somebody_shown("profile", viewer_id, now), post=post_id)


def boosts_of(post_id: int, *, viewer_id: int | None, now: datetime) -> QuerySet[Boost]:
    """Of a post that she may read, by those whom she may see."""
    return Boost.objects.filter(_by_somebody_shown("booster", viewer_id, now), post=post_id)


def quotes_of(post: Post, *, viewer_id: int | None, now: datetime) -> QuerySet[Post]:
    return readable(viewer_id, now=now).filter(quotes=post, is_quote_revoked=False)


def by_muted(post_ids: Iterable[int], *, viewer_id: int | None, now: datetime) -> set[int]:
    """Those of posts whose authors she does not want to hear."""
    if viewer_id is None:
        return set()
    rows = Post.objects.filter(pk__in=list(post_ids), author__in=people.muted(viewer_id, now=now))
    return set(rows.values_list("pk", flat=True))


def revisions_of(post: Post) -> list[Revision]:
    """What a post that she may read said before, oldest first."""
    return list(Revision.objects.filter(post=post).order_by("at", "pk"))


def _by_somebody_shown(profile: str, viewer_id: int | None, now: datetime) -> Q:
    if viewer_id is None:
        return people.shown_to_visitors(profile)
    return by_nobody_hidden(profile, viewer_id, now=now)
