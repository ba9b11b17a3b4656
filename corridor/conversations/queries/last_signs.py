"""That two people wrote to each other, and when last; never what."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Max

from corridor.conversations.choices import Kind
from corridor.conversations.models import Message
from corridor.conversations.queries.open_one import pair_of

AT_ONCE = 5000
"""Pairs in one question to the database."""


def last_written(pairs: Collection[tuple[int, int]]) -> dict[tuple[int, int], datetime]:
    """Of these pairs of profiles those who wrote, by the pair as it was given.

    The caller keeps to itself whether it was a message that two people are in touch by.
    """
    named = {pair_of(*pair): pair for pair in pairs}
    keys = sorted(named)
    found: dict[tuple[int, int], datetime] = {}
    for start in range(0, len(keys), AT_ONCE):
        rows = Message.objects.filter(
            conversation__pair__in=keys[start : start + AT_ONCE], kind=Kind.SAID
        )
        last = rows.order_by().values_list("conversation__pair").annotate(Max("at"))
        found |= {named[key]: at for key, at in last}
    return found
