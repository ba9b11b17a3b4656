"""Posts that are not published yet."""

from django.db import models

from corridor.posts.models.media import Attachment


class ScheduledPost(models.Model):
    author = models.ForeignKey("people.Profile", models.CASCADE, related_name="scheduled_posts")
    due_at = models.DateTimeField(db_index=True)
    words = models.JSONField()
    """What `actions.NewPost` takes, as JSON says it."""
    attachments = models.ManyToManyField(Attachment, related_name="+")
    failed_because = models.CharField(max_length=300, blank=True)
    """Why it could not be published when it was due, in words for its author."""

    class Meta:
        ordering = ("due_at", "pk")

    def __str__(self) -> str:
        return f"{self.pk} for {self.due_at:%Y-%m-%d %H:%M}"


class Draft(models.Model):
    author = models.ForeignKey("people.Profile", models.CASCADE, related_name="drafts")
    words = models.JSONField()
    """The fields of the composer, as they were typed."""
    attachments = models.ManyToManyField(Attachment, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"Draft {self.pk} of {self.author_id}"


class RepeatKey(models.Model):
    """An app sent something with a key of its own: sent again, it is not done again."""

    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    key = models.CharField(max_length=255)
    made = models.BigIntegerField()
    """Id of the post, or of the scheduled post."""
    at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["profile", "key"], name="repeat_key_once")]

    def __str__(self) -> str:
        return self.key
