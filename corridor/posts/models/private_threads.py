"""Conversations of a few people, as each of them keeps them."""

from django.db import models


class ThreadPlace(models.Model):
    """How far somebody has read a conversation, and up to where she removed it."""

    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    thread = models.BigIntegerField()
    read_to = models.BigIntegerField(default=0)
    removed_to = models.BigIntegerField(default=0)
    is_request = models.BooleanField(default=False)
    """Somebody whom she does not know wrote: it is no conversation of hers until she says so."""

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["profile", "thread"], name="thread_place_once")
        ]

    def __str__(self) -> str:
        return f"{self.thread} of {self.profile_id}"
