"""Several people are blocked or muted at once, as by a list that somebody brought."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from corridor.people.actions.block import block
from corridor.people.actions.mute import mute
from corridor.people.models import Block, Mute, Profile
from corridor.people.queries.seen import people_named


@transaction.atomic
def block_all(ids: Collection[int], *, by: Profile, now: datetime) -> list[int]:
    """Whom of them she blocked now: not herself, nor whom she had blocked or may not name."""
    before = set(by.blocks.order_by().values_list("blocked", flat=True))
    new = _there(set(ids) - before, by, now)
    for one in new:
        block(blocker=by, blocked=one, now=now)
    return [one.pk for one in new]


@transaction.atomic
def mute_all(ids: Collection[int], *, by: Profile, now: datetime) -> list[int]:
    """Whom of them she muted now, without an end; a mute that ends is left as it is."""
    before = set(by.mutes.order_by().values_list("muted", flat=True))
    new = _there(set(ids) - before, by, now)
    for one in new:
        mute(muter=by, muted=one, now=now)
    return [one.pk for one in new]


@transaction.atomic
def unblock_all(ids: Collection[int], *, by: Profile) -> int:
    """How many. Nobody follows anybody again by it."""
    ended, _ = Block.objects.filter(blocker=by, blocked__in=ids).delete()
    return ended


@transaction.atomic
def unmute_all(ids: Collection[int], *, by: Profile) -> int:
    ended, _ = Mute.objects.filter(muter=by, muted__in=ids).delete()
    return ended


def _there(ids: Collection[int], by: Profile, now: datetime) -> list[Profile]:
    named = people_named(by.pk, today=now.date()).filter(pk__in=ids).exclude(pk=by.pk)
    return list(named.order_by("pk"))
