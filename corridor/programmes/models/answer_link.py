"""A link in a mail by which one person answers one match once, without signing in."""

from django.db import models

from corridor.programmes.models.match import Match


class AnswerLink(models.Model):
    match = models.ForeignKey(Match, models.CASCADE, related_name="links")
    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    """SHA-256 of what the mail holds: a copy of the database lets nobody answer."""
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"link to match {self.match_id}"
