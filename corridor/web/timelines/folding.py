"""A thread that somebody wrote in one go stands in a timeline as its first post, once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from corridor.posts import queries
from corridor.posts.queries import Entry, ShownPost


def shown_folded(
    entries: Sequence[Entry], *, viewer_id: int | None, now: datetime, context: str
) -> list[ShownPost]:
    """Of entries that are newest first: at the place of its newest post.

    Otherwise its end stands above its beginning. Boosts stay as they are.
    """
    own = {entry.post_id for entry in entries if entry.boost_id is None}
    sittings = queries.sittings_of(own, viewer_id=viewer_id, now=now)
    posts = {sitting.first: sitting.posts for sitting in sittings.values()}
    stands: dict[int, Entry] = {}
    """Number of a boost, or of the post that a thread began with."""
    for entry in entries:
        sitting = sittings.get(entry.post_id) if entry.boost_id is None else None
        first = sitting.first if sitting else entry.post_id
        stands.setdefault(entry.boost_id or first, replace(entry, post_id=first))
    shown = queries.shown_entries(
        list(stands.values()), viewer_id=viewer_id, now=now, context=context
    )
    return [one if one.booster else replace(one, posts=posts.get(one.post.pk, 1)) for one in shown]
