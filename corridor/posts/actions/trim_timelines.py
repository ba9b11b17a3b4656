"""Home timelines keep so many entries; older posts are read on the pages of their authors."""

from django.db.models import Count

from corridor.posts.fan_out import MOST_KEPT
from corridor.posts.models import TimelineEntry

SLACK = 50
"""So many more before anything is cut: not every new post costs a deletion."""


def trim_timelines() -> int:
    """How many entries went."""
    kept = TimelineEntry.objects.order_by().values("profile").annotate(entries=Count("entry"))
    long = kept.filter(entries__gt=MOST_KEPT + SLACK)
    return sum(_trim(reader) for reader in list(long.values_list("profile", flat=True)))


def _trim(reader_id: int) -> int:
    entries = TimelineEntry.objects.filter(profile=reader_id)
    last = entries.order_by("-entry").values_list("entry", flat=True)[MOST_KEPT - 1]
    gone, _ = entries.filter(entry__lt=last).delete()
    return gone
