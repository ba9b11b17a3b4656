"""Following: asked for, accepted where she approves who follows, ended by either side."""

from datetime import datetime

from django.db import transaction

from corridor.people import policies
from corridor.people.models import Follow, Profile


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
    made, _ = Follow.objects.get_or_create(
        follower=follower,
        followed=followed,
        defaults={"asked_at": now, "accepted_at": accepted_at},
    )
    return made


@transaction.atomic
def unfollow(*, follower: Profile, followed: Profile) -> None:
    """Also takes back a request. Raises NotFollowing."""
    ended, _ = Follow.objects.filter(follower=follower, followed=followed).delete()
    if not ended:
        raise NotFollowing


@transaction.atomic
def accept_follower(*, followed: Profile, follower: Profile, now: datetime) -> None:
    """Raises NotFollowing where she did not ask, or was accepted before."""
    waiting = Follow.objects.filter(follower=follower, followed=followed, accepted_at=None)
    if not waiting.update(accepted_at=now):
        raise NotFollowing


@transaction.atomic
def remove_follower(*, followed: Profile, follower: Profile) -> None:
    """Refuses a request as well; nobody is told. Raises NotFollowing."""
    unfollow(follower=follower, followed=followed)
