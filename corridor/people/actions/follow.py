"""Following: asked for, accepted where she approves who follows, ended by either side."""

from datetime import datetime

from django.db import transaction

from corridor.kernel import events
from corridor.people import policies
from corridor.people.events import FollowAsked, Followed, Unfollowed
from corridor.people.models import Endorsement, Follow, Profile


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
    made, is_new = Follow.objects.get_or_create(
        follower=follower,
        followed=followed,
        defaults={"asked_at": now, "accepted_at": accepted_at},
    )
    if is_new and accepted_at is None:
        events.publish(FollowAsked(follower_id=follower.pk, followed_id=followed.pk))
    elif is_new:
        _publish_followed(follower, followed, was_asked=False)
    return made


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
    follow = Follow.objects.filter(follower=follower, followed=followed).first()
    if follow is None:
        raise NotFollowing

    _end(follow)


@transaction.atomic
def accept_follower(*, followed: Profile, follower: Profile, now: datetime) -> None:
    """Raises NotFollowing where she did not ask, or was accepted before."""
    waiting = Follow.objects.filter(follower=follower, followed=followed, accepted_at=None)
    if not waiting.update(accepted_at=now):
        raise NotFollowing

    _publish_followed(follower, followed, was_asked=True)


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
    follow.delete()
    Endorsement.objects.filter(by=follow.follower_id, profile=follow.followed_id).delete()
    if follow.accepted_at is not None:
        events.publish(Unfollowed(follower_id=follow.follower_id, followed_id=follow.followed_id))


def _publish_followed(follower: Profile, followed: Profile, *, was_asked: bool) -> None:
    events.publish(Followed(follower_id=follower.pk, followed_id=followed.pk, was_asked=was_asked))
