"""Somebody passes a post on."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from corridor.kernel import events
from corridor.kernel.ids import new_id
from corridor.posts import fan_out, policies
from corridor.posts.actions.figures import count_post, uncount_posts
from corridor.posts.choices import Audience
from corridor.posts.events import BoostTakenBack, PostBoosted
from corridor.posts.models import Boost, Post

if TYPE_CHECKING:
    from corridor.people.models import Profile


class CannotBoost(Exception):
    """It is not for everybody, or a story."""


class NotBoosted(Exception):
    """There is nothing to take back."""


@transaction.atomic
def boost_post(
    *,
    post: Post,
    by: "Profile",
    now: datetime,
    via: int | None = None,
    audience: Audience = Audience.PUBLIC,
) -> Boost:
    """Of a post that she may read. `via`: id of the boost that showed it to her.

    Boosting twice is boosting once. Raises CannotBoost.
    """
    if not policies.can_boost(by, post):
        raise CannotBoost
    boost = Boost.objects.filter(booster=by, post=post).first()
    if boost is not None:
        return boost

    seen = Boost.objects.filter(pk=via, post=post).exclude(booster=by).first() if via else None
    narrow = post.audience if post.audience == Audience.FOLLOWERS else audience
    boost = Boost.objects.create(
        id=new_id(now), booster=by, post=post, at=now, audience=narrow, via_boost=seen
    )
    Post.objects.filter(pk=post.pk).update(boost_count=F("boost_count") + 1)
    count_post(by.pk, on=now.date())
    fan_out.write_boost(boost, post)
    events.publish(PostBoosted(boost_id=boost.pk))
    return boost


@transaction.atomic
def take_back_boost(*, post: Post, by: "Profile") -> None:
    """Raises NotBoosted."""
    boost = Boost.objects.filter(booster=by, post=post).first()
    if boost is None:
        raise NotBoosted

    number = boost.pk
    boost.delete()
    Post.objects.filter(pk=post.pk, boost_count__gt=0).update(boost_count=F("boost_count") - 1)
    uncount_posts(by.pk)
    events.publish(BoostTakenBack(boost_id=number, post_id=post.pk, booster_id=by.pk))
