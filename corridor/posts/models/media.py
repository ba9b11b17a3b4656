"""Pictures, sound and video of posts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.kernel.keys import SnowflakeKey
from corridor.posts.choices import MediaKind, MediaState
from corridor.posts.models.post import Post

LONGEST_ALT = 1500


class Attachment(models.Model):
    id = SnowflakeKey()
    owner = models.ForeignKey("people.Profile", models.CASCADE, related_name="attachments")
    post = models.ForeignKey(
        Post, models.CASCADE, null=True, blank=True, related_name="attachments"
    )
    """None until the post that it was sent for is published."""
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=5, choices=MediaKind)
    state = models.CharField(max_length=7, choices=MediaState, default=MediaState.READY)
    file = models.FileField(upload_to="posts/", blank=True)
    """Made anew from what was sent: nothing of the camera is left in it."""
    preview = models.FileField(upload_to="posts/", blank=True)
    alt = models.TextField(_("What it shows"), max_length=LONGEST_ALT, blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    preview_width = models.PositiveIntegerField(default=0)
    preview_height = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(default=0)
    focus_x = models.FloatField(default=0)
    focus_y = models.FloatField(default=0)
    """From -1 to 1, from the middle: what stays in sight where a picture is cut."""
    blurhash = models.CharField(max_length=100, blank=True)
    at = models.DateTimeField()
    look_asked_at = models.DateTimeField(null=True, blank=True)
    """Since then it waits for a worker that looks for faces and writing; None when it did."""
    looked_for_faces = models.BooleanField(default=False)
    looked_for_writing = models.BooleanField(default=False)
    """Where nobody did, its owner is asked to look herself."""

    class Meta:
        ordering = ("position", "id")

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
