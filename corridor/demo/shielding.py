"""A shield that Amara kept up for a day, and what lies in the folder behind it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.demo.cast import AMARA, MALLORY
from corridor.people.actions import (
    ShieldWishes,
    lower_shield,
    raise_shield,
    remove_follower,
)
from corridor.posts import queries as posts
from corridor.posts.actions import NewPost, publish_post
from corridor.posts.choices import Audience

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.posts.models import Post

RAISED, LOWERED = timedelta(hours=40), timedelta(hours=16)


def shield(profiles: Mapping[str, "Profile"], *, now: datetime) -> None:
    """She lowered it, so that the demo shows her as she is; what lies there waits for her."""
    amara, mallory = profiles[AMARA.handle], profiles[MALLORY.handle]
    begun = now - RAISED
    kind, further, asking = _strangers(profiles, amara, begun)
    remove_follower(followed=amara, follower=mallory)
    post = _say("What I would tell my first-year self: ask the porter. They know.", amara, begun)
    raise_shield(ShieldWishes(lasts=timedelta(days=7)), profile=amara, now=begun)
    for number, text in enumerate(
        (
            "Quota admission gives life advice, how sweet.",
            "@amara_nwosu does your dean know what you post at night?",
            "Still waiting for an answer, @amara_nwosu. Everybody is.",
        ),
        start=1,
    ):
        at = begun + timedelta(hours=number)
        if number == 1:
            _say(text, mallory, at, in_reply_to=post.pk)
        else:
            _say(text, mallory, at)
    later = begun + timedelta(hours=9)
    _say(
        "The porter on nights taught me where everything is. Good advice, and well said.",
        kind,
        later,
        in_reply_to=post.pk,
    )
    _say("This, for every first-year.", further, later, quotes=post.pk)
    lower_shield(profile=amara, now=now - LOWERED)
    _say(
        "@amara_nwosu, I read your question on first research projects. May I send you the"
        " reading list that my own mentor gave me?",
        asking,
        now - timedelta(hours=5),
        audience=Audience.NAMED,
    )


def _strangers(
    profiles: Mapping[str, "Profile"], amara: "Profile", now: datetime
) -> "list[Profile]":
    """Three people of the community whom nothing ties to her."""
    by_number = {one.pk: one for one in profiles.values()}
    strangers = posts.strangers_among(list(by_number), to=amara.pk, now=now)
    return [by_number[pk] for pk in sorted(strangers)[-3:]]


def _say(text: str, author: "Profile", at: datetime, **more: object) -> "Post":
    return publish_post(NewPost(text=text, **more), by=author, now=at)  # type: ignore[arg-type]
