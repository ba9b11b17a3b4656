"""Who may do what with a post."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.people import queries as people
from corridor.posts.choices import Audience, Kind, Quoters, Repliers
from corridor.posts.models import Addressee, Post

if TYPE_CHECKING:
    from corridor.people.models import Profile


def owns(viewer: "Profile | None", post: Post) -> bool:
    return viewer is not None and viewer.pk == post.author_id


def can_boost(viewer: "Profile", post: Post) -> bool:
    """Of a post that she may read."""
    is_for_some = post.audience == "followers" and owns(viewer, post)
    return post.kind != Kind.STORY and not post.is_held and (post.is_open or is_for_some)


def can_quote(viewer: "Profile", post: Post) -> bool:
    """Of a post that she may read."""
    if owns(viewer, post):
        return post.kind != Kind.STORY
    if not post.is_open or post.is_held:
        return False
    if post.quoters == Quoters.FOLLOWERS:
        return people.is_following(viewer, post.author_id)
    return post.quoters == Quoters.EVERYONE


def may_reply(viewer: "Profile", post: Post) -> bool:
    return owns(viewer, post) or post.repliers != Repliers.NOBODY


def replies_at_once(viewer: "Profile", post: Post, *, now: datetime) -> bool:
    """Without waiting for the author.

    The post that began a conversation says who talks in it: whoever is outside waits beneath a
    reply as well, for the one who wrote that reply. Only to her own words she adds at once.
    """
    if not _is_in_circle(viewer, post, now):
        return False
    if post.thread == post.pk or owns(viewer, post):
        return True
    first = Post.objects.filter(pk=post.thread).first()
    return first is None or _is_in_circle(viewer, first, now)


def _is_in_circle(viewer: "Profile", post: Post, now: datetime) -> bool:
    if owns(viewer, post) or post.repliers == Repliers.EVERYONE:
        return True
    if post.repliers == Repliers.NOBODY:
        return False
    if Addressee.objects.filter(post=post, profile=viewer).exists():
        return True
    if post.repliers == Repliers.FOLLOWERS:
        return people.is_following(viewer, post.author_id)
    return post.repliers == Repliers.VERIFIED and people.is_verified(viewer, now=now)


NARROWER: Mapping[Audience, Sequence[Audience]] = {
    Audience.PUBLIC: (Audience.QUIET, Audience.VERIFIED, Audience.FOLLOWERS, Audience.NAMED),
    Audience.QUIET: (Audience.VERIFIED, Audience.FOLLOWERS, Audience.NAMED),
    Audience.VERIFIED: (Audience.NAMED,),
    Audience.FOLLOWERS: (Audience.NAMED,),
}
"""Audience of a post -> those that everybody in them could read it in before."""
