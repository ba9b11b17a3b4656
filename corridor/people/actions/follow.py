"""Following: asked for, accepted where she approves who follows, ended by either side."""

from datetime import datetime
from functools import cache
from typing import cast

from django.db import transaction

from corridor.kernel import events
from corridor.kernel.compiled import Compiled, Insert, Statement, deleting
from corridor.people import policies, queries
from corridor.people.events import FollowAsked, Followed, Unfollowed
from corridor.people.models import Endorsement, Follow, Profile

_follows = Insert(Follow, unless_there=True)


class CannotFollow(Exception):
    """Yourself, or somebody you are kept apart from."""


class NotFollowing(Exception):
    """There is nothing to end or to answer."""


@transaction.atomic
def follow(*, follower: Profile, followed: Profile, now: datetime) -> Follow:
    """Following twice is following once. Raises CannotFollow."""
    if not policies.can_follow(follower, followed, today=now.date()):
        raise CannotFollow

    accepted_at = None if followed.approves_followers else now
    asked = Follow(follower=follower, followed=followed, asked_at=now, accepted_at=accepted_at)
    if _follows.write([asked]):
        if accepted_at is None:
            pair = {"follower_id": follower.pk, "followed_id": followed.pk}
            events.publish(FollowAsked(**pair, at=now))
        else:
            _publish_followed(follower, followed, was_asked=False, at=now)
    made = queries.follow_between(follower.pk, followed.pk)
    return cast("Follow", made)


@transaction.atomic
def tune_follow(
    *, follower: Profile, followed: Profile, shows_boosts: bool, notifies: bool
) -> None:
    """What of somebody is shown and told. Raises NotFollowing."""
    kept = Follow.objects.filter(follower=follower, followed=followed)
    if not kept.update(shows_boosts=shows_boosts, notifies=notifies):
        raise NotFollowing


@transaction.atomic
def unfollow(*, follower: Profile, followed: Profile) -> None:
    """Also takes back a request. Raises NotFollowing."""
    follow = queries.follow_between(follower.pk, followed.pk)
    if follow is None:
        raise NotFollowing

    _end(follow)


@transaction.atomic
def accept_follower(*, followed: Profile, follower: Profile, now: datetime) -> None:
    """Raises NotFollowing where she did not ask, or was accepted before."""
    waiting = Follow.objects.filter(follower=follower, followed=followed, accepted_at=None)
    if not waiting.update(accepted_at=now):
        raise NotFollowing

    _publish_followed(follower, followed, was_asked=True, at=now)


@transaction.atomic
def remove_follower(*, followed: Profile, follower: Profile) -> None:
    """Refuses a request as well; nobody is told. Raises NotFollowing."""
    unfollow(follower=follower, followed=followed)


def end_follows_between(one: Profile, other: Profile) -> None:
    """In both directions, where there are any."""
    follows = Follow.objects.filter(follower__in=[one, other], followed__in=[one, other])
    for follow in follows.order_by("pk"):
        _end(follow)


def accept_all(*, followed: Profile, now: datetime) -> None:
    """Everybody who waits."""
    for waiting in Follow.objects.filter(followed=followed, accepted_at=None).select_related():
        accept_follower(followed=followed, follower=waiting.follower, now=now)


def _end(follow: Follow) -> None:
    _ended().run(follow=follow.pk)
    _no_endorsement().run(by=follow.follower_id, profile=follow.followed_id)
    if follow.accepted_at is not None:
        events.publish(Unfollowed(follower_id=follow.follower_id, followed_id=follow.followed_id))


@cache
def _ended() -> Compiled:
    return Compiled(lambda follow: deleting(Follow.objects.filter(pk=follow)), follow=int)


@cache
def _no_endorsement() -> Compiled:
    def build(by: int, profile: int) -> Statement:
        return deleting(Endorsement.objects.filter(by=by, profile=profile))

    return Compiled(build, by=int, profile=int)


def _publish_followed(
    follower: Profile, followed: Profile, *, was_asked: bool, at: datetime
) -> None:
    pair = {"follower_id": follower.pk, "followed_id": followed.pk}
    events.publish(Followed(**pair, was_asked=was_asked, at=at))
