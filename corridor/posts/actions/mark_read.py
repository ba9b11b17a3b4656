"""Somebody has read so far; her other devices follow."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from corridor.posts.models import ReadMarker

TIMELINES = ("home", "notifications")


class UnknownTimeline(Exception):
    """Places are kept of home and of notifications only."""


@transaction.atomic
def mark_read(*, timeline: str, to: int, by: int, now: datetime) -> ReadMarker:
    """`to`: id of the newest that she has seen. Raises UnknownTimeline."""
    if timeline not in TIMELINES:
        raise UnknownTimeline
    marker, is_new = ReadMarker.objects.get_or_create(
        profile_id=by, timeline=timeline, defaults={"last_read": to, "at": now, "version": 1}
    )
    if not is_new:
        ReadMarker.objects.filter(pk=marker.pk).update(
            last_read=to, at=now, version=F("version") + 1
        )
        marker.refresh_from_db()
    return marker
