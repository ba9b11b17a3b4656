"""Which of the reader's filters statuses meet: one query where there are none, three where some."""

from collections.abc import Mapping, Sequence

from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.entities import rows
from corridor.mastodon_api.entities.filters import filtered
from corridor.mastodon_api.models import RenderedPost
from corridor.posts import queries as posts


def filters_met(wanted: Sequence[rows.Row], caller: Caller) -> Mapping[int, str]:
    """Id of a post -> JSON of `filtered`, of those that meet a filter."""
    if caller.viewer_id is None or not wanted:
        return rows.NOTHING
    kept = list(posts.filter_rows(caller.viewer_id, now=caller.now))
    if not kept:
        return rows.NOTHING
    ids = {row[0] for row in wanted}
    words = RenderedPost.objects.filter(pk__in=ids).order_by("pk").values_list("pk", "words")
    named = posts.covered({row[0] for row in kept}, ids)
    return filtered(kept, dict(words), named)
