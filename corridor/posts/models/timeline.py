"""Home timelines, written when something is published so that reading is one look-up."""

from django.db import models

from corridor.posts.models.post import Post
from corridor.posts.models.reactions import Boost


class TimelineEntry(models.Model):
    pk = models.CompositePrimaryKey("profile_id", "entry")
    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    entry = models.BigIntegerField()
    """Id of the boost, or of the post itself: the order of the timeline."""
    post = models.ForeignKey(Post, models.CASCADE, related_name="+")
    boost = models.ForeignKey(Boost, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("profile_id", "-entry")

    def __str__(self) -> str:
        return f"{self.entry} for {self.profile_id}"


class ReadMarker(models.Model):
    """How far somebody has read, on whatever device."""

    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="read_markers")
    timeline = models.CharField(max_length=20)
    """home or notifications."""
    last_read = models.BigIntegerField()
    version = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        ordering = ("timeline",)
        constraints = [
            models.UniqueConstraint(fields=["profile", "timeline"], name="read_marker_once")
        ]

    def __str__(self) -> str:
        return f"{self.timeline} to {self.last_read}"
