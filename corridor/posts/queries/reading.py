"""How far somebody has read her home timeline, on whatever device."""

from datetime import datetime

from django.db.models import QuerySet

from corridor.posts.models import Post, ReadMarker
from corridor.posts.queries.read_markers import read_markers
from corridor.posts.queries.timelines import home

HOME = "home"
MOST_COUNTED = 200
"""Beyond it nobody wants to know how many."""


def home_marker(viewer_id: int) -> ReadMarker | None:
    return read_markers(viewer_id).filter(timeline=HOME).first()


def unread(viewer_id: int, *, after: int, now: datetime) -> int:
    """Entries of her home timeline that others wrote since, `MOST_COUNTED` at most."""
    rows = home(viewer_id, now=now).filter(entry__gt=after).exclude(post__author=viewer_id)
    return rows.order_by("-entry")[:MOST_COUNTED].count()


def newer(rows: QuerySet[Post], *, after: int, but_of: int) -> int:
    """Posts of a timeline that others wrote since, `MOST_COUNTED` at most."""
    found = rows.filter(pk__gt=after).exclude(author=but_of)
    return found.order_by("-pk")[:MOST_COUNTED].count()
