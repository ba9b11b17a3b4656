"""That somebody is told of something that somebody else did."""

from django.db import models

from corridor.kernel.keys import SnowflakeKey
from corridor.notifications.choices import Kind


class Notification(models.Model):
    id = SnowflakeKey()
    """Of `kernel.ids`: grows with time."""
    recipient = models.ForeignKey("people.Profile", models.CASCADE, related_name="notifications")
    kind = models.CharField(max_length=14, choices=Kind)
    by = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    post = models.ForeignKey("posts.Post", models.CASCADE, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    group = models.CharField(max_length=60)
    """The same for what is told together; see `actions.notify`."""
    is_apart = models.BooleanField(default=False)
    """From somebody whose news she wants to look at separately; a request until she answers."""

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "kind", "by", "post"], name="notified_of_a_post_once"
            ),
            models.UniqueConstraint(
                fields=["recipient", "kind", "by"],
                condition=models.Q(post=None),
                name="notified_of_somebody_once",
            ),
        ]
        indexes = [
            models.Index(fields=["recipient", "-id"], name="notification_newest"),
            models.Index(fields=["recipient", "group"], name="notification_of_group"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk} for {self.recipient_id}"
