"""Who came with somebody: followers of theirs, or readers of their quote, who turned to her too."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.people import queries as people
from corridor.posts import queries as posts
from corridor.safety.choices import HeldAnswer
from corridor.safety.models import Contact, Held

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.people.models import Profile

LOOKED_BACK = timedelta(days=30)
MOST = 500


def network_of(account_id: int, *, around: int, now: datetime) -> "Sequence[Profile]":
    """Without whom she has to do with, and whom she blocked already."""
    turned = set(
        Held.objects.filter(profile=around, at__gt=now - LOOKED_BACK)
        .exclude(answer=HeldAnswer.LET)
        .order_by()
        .values_list("by", flat=True)
    )
    contacts = Contact.objects.filter(profile=around).order_by()
    rows = list(contacts.values_list("by", "by_quote"))
    turned |= {by for by, _ in rows}
    own_quotes = posts.written_by(account_id, {quote for _, quote in rows if quote is not None})
    came = {by for by, quote in rows if quote in own_quotes}
    came |= people.followers_among(account_id, turned)
    came -= {account_id, around}
    strangers = posts.strangers_among(came, to=around, now=now, before=now - LOOKED_BACK)
    named = people.people_named_among(strangers, viewer_id=around, today=now.date())
    return list(named[:MOST])
