"""How far somebody has read."""

from django.db.models import QuerySet

from corridor.posts.models import ReadMarker


def read_markers(viewer_id: int) -> QuerySet[ReadMarker]:
    return ReadMarker.objects.filter(profile=viewer_id).order_by("timeline")


def read_to(viewer_id: int, timeline: str) -> int:
    """Id of the newest that she has seen; 0 where she has seen none."""
    found = ReadMarker.objects.filter(profile=viewer_id, timeline=timeline)
    return found.values_list("last_read", flat=True).first() or 0
