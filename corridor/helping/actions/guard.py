"""A helper mutes or blocks somebody on her behalf whom she helps, or looks, or replies kindly."""

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.helping.actions.act import hold_helper, write_down
from corridor.helping.choices import Deed, Scope
from corridor.helping.models import Helper, HelperDeed
from corridor.people import actions as people
from corridor.posts.actions import NewPost, publish_post

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.posts.models import Post

LOOKING = timedelta(minutes=30)
"""For so long it is one look."""
MENTION = re.compile(r"(?<![\w/])@(\w+)")
LINK = re.compile(r"https?://|(?<![\w@])/@\w+", re.IGNORECASE)


class NotOfThem(Exception):
    """Neither of the two is muted or blocked by this."""


class NotHerPost(Exception):
    """A kind reply stands under a post of hers, never under an attack."""


class NamesOthers(Exception):
    """It names somebody besides her, or has a link: attackers are not given room."""


@transaction.atomic
def mute_for(helper_id: int, *, who: "Profile", by: "Profile", now: datetime) -> None:
    """Raises NoHelper, OutsideScope or NotOfThem."""
    held = _guarding(helper_id, who, by, now)
    people.mute(muter=held.owner, muted=who, now=now)
    write_down(Deed.MUTED, held=held, now=now, who=who.handle)


@transaction.atomic
def block_for(helper_id: int, *, who: "Profile", by: "Profile", now: datetime) -> None:
    """Raises NoHelper, OutsideScope or NotOfThem."""
    held = _guarding(helper_id, who, by, now)
    people.block(blocker=held.owner, blocked=who, now=now)
    write_down(Deed.BLOCKED, held=held, now=now, who=who.handle)


@transaction.atomic
def note_look(helper_id: int, *, by: "Profile", now: datetime) -> Helper:
    """What lies apart is about to be shown to a helper. Raises NoHelper or OutsideScope."""
    held = hold_helper(helper_id, by=by, scope=Scope.READ, now=now)
    lately = HelperDeed.objects.filter(
        owner=held.owner, helper=by, deed=Deed.LOOKED, at__gt=now - LOOKING
    )
    if not lately.exists():
        write_down(Deed.LOOKED, held=held, now=now)
    return held


def reply_kindly(
    words: str, *, helper_id: int, post: "Post", by: "Profile", now: datetime
) -> "Post":
    """As the helper herself, under a post of hers; nobody else is named.

    Raises NoHelper, NotHerPost, NamesOthers, or as `publish_post`.
    """
    with transaction.atomic():
        held = hold_helper(helper_id, by=by, scope=None, now=now)
        if post.author_id != held.owner_id:
            raise NotHerPost
        named = {handle.lower() for handle in MENTION.findall(words)}
        if named - {held.owner.handle} or LINK.search(words):
            raise NamesOthers
        reply = publish_post(NewPost(text=words, in_reply_to=post.pk), by=by, now=now)
        write_down(Deed.REPLIED, held=held, now=now, words=words)
    return reply


def _guarding(helper_id: int, who: "Profile", by: "Profile", now: datetime) -> Helper:
    held = hold_helper(helper_id, by=by, scope=Scope.GUARD, now=now)
    if who.pk in {held.owner_id, by.pk}:
        raise NotOfThem
    return held
