"""Somebody passes a post on."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.kernel.compiled import Insert
from corridor.kernel.ids import new_id
from corridor.posts import fan_out, policies
from corridor.posts.actions.counts import count_one_less, count_one_more
from corridor.posts.actions.figures import count_post, uncount_posts
from corridor.posts.choices import Audience
from corridor.posts.events import BoostTakenBack, HomesWait, PostBoosted
from corridor.posts.models import Boost, Post

if TYPE_CHECKING:
    from corridor.people.models import Profile


_boosts = Insert(Boost, unless_there=True)


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
    seen = Boost.objects.filter(pk=via, post=post).exclude(booster=by).first() if via else None
    narrow = post.audience if post.audience == Audience.FOLLOWERS else audience
    boost = Boost(id=new_id(now), booster=by, post=post, at=now, audience=narrow, via_boost=seen)
    if not _boosts.write([boost]):
        return Boost.objects.get(booster=by, post=post)

    count_one_more("boost_count", post.pk)
    count_post(by.pk, at=now)
    is_at_home = fan_out.write_boost(boost, post)
    if not is_at_home:
        events.publish(HomesWait(entry=boost.pk, after=0))
    facts = {"boost_id": boost.pk, "post_id": post.pk, "booster_id": by.pk}
    events.publish(PostBoosted(**facts, at=now, is_at_home=is_at_home))
    return boost


@transaction.atomic
def take_back_boost(*, post: Post, by: "Profile") -> None:
    """Raises NotBoosted."""
    # Held: a worker may be writing it into home timelines.
    boost = Boost.objects.select_for_update().filter(booster=by, post=post).first()
    if boost is None:
        raise NotBoosted

    number = boost.pk
    boost.delete()
    count_one_less("boost_count", post.pk)
    uncount_posts(by.pk)
    events.publish(BoostTakenBack(boost_id=number, post_id=post.pk, booster_id=by.pk))
