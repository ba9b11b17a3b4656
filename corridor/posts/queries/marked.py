"""What somebody marked, and who marked a post: rows of marks, newest mark first when paged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Q, QuerySet

from corridor.people import queries as people
from corridor.posts.models import Bookmark, Boost, Kudos, Post, Revision
from corridor.posts.queries.named import boosts_shown
from corridor.posts.queries.visibility import by_nobody_hidden, may_read, readable

if TYPE_CHECKING:
    from corridor.people.models import Profile


def bookmarked(viewer_id: int, *, now: datetime) -> QuerySet[Bookmark]:
    return Bookmark.objects.filter(may_read(viewer_id, now=now, post="post__"), profile=viewer_id)


def given_kudos(viewer_id: int, *, now: datetime) -> QuerySet[Kudos]:
    return Kudos.objects.filter(may_read(viewer_id, now=now, post="post__"), profile=viewer_id)


def kudos_of(post_id: int, *, viewer_id: int | None, now: datetime) -> QuerySet[Kudos]:
    """Of a post that she may read, by those whom she may see; none while figures are hidden."""
    by_shown = _by_somebody_shown("profile", viewer_id, now)
    return Kudos.objects.filter(by_shown, _is_counted(), post=post_id)


def boosts_of(post_id: int, *, viewer_id: int | None, now: datetime) -> QuerySet[Boost]:
    """Of a post that she may read, by those whom she may see: boosts for followers by theirs.

    None while its author's shield hides figures: whoever sees all of them can count.
    """
    return boosts_shown(viewer_id, now=now).filter(_is_counted(), post=post_id)


@dataclass(frozen=True, kw_only=True)
class PassedOn:
    boost: Boost
    via: "Profile | None"
    """Whose boost showed it to her, as far as the viewer may know."""


def passed_on(
    post_id: int, *, viewer_id: int | None, now: datetime, most: int
) -> Sequence[PassedOn]:
    """How a post that she may read got about, newest boost first. Two queries."""
    boosts = boosts_of(post_id, viewer_id=viewer_id, now=now).select_related("booster")
    newest = list(boosts.order_by("-pk")[:most])
    through = {one.via_boost_id for one in newest if one.via_boost_id is not None}
    by_number = {one.pk: one.booster for one in boosts.filter(pk__in=through).order_by("pk")}
    return [PassedOn(boost=one, via=by_number.get(one.via_boost_id or 0)) for one in newest]


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


def _is_counted() -> Q:
    """Of a mark: whether figures of the post it is on are shown."""
    return Q(~people.hides_counts(OuterRef("post__author")))


def _by_somebody_shown(profile: str, viewer_id: int | None, now: datetime) -> Q:
    if viewer_id is None:
        return people.shown_to_visitors(profile)
    return by_nobody_hidden(profile, viewer_id, now=now)
