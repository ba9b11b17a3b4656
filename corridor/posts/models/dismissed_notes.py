"""Notes beside the composer that somebody does not want to see again."""

from django.db import models

from corridor.posts.choices import Note


class DismissedNote(models.Model):
    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    note = models.CharField(max_length=8, choices=Note)
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["profile", "note"], name="note_dismissed_once")
        ]

    def __str__(self) -> str:
        return f"{self.note}, by {self.profile_id}"
