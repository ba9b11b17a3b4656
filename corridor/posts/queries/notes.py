"""Which notes somebody does not want to see, and whether a prompt before a post fits."""

from datetime import datetime, timedelta

from corridor.posts.choices import OPEN
from corridor.posts.models import DismissedNote, Post

A_MONTH = timedelta(days=30)


def dismissed_notes(profile_id: int) -> frozenset[str]:
    rows = DismissedNote.objects.filter(profile=profile_id).order_by("pk")
    return frozenset(rows.values_list("note", flat=True))


def has_said_for_all(profile_id: int, *, now: datetime) -> bool:
    """Something for everybody, within a month."""
    recent = Post.objects.filter(author=profile_id, at__gt=now - A_MONTH, audience__in=OPEN)
    return recent.exists()
