"""What was computed, when, by which version of the rules: added to, never changed."""

from django.db import models

from corridor.context_notes.choices import Standing
from corridor.context_notes.models.notes import ContextNote


class Ranking(models.Model):
    """One computation over all notes."""

    at = models.DateTimeField()
    version = models.PositiveSmallIntegerField()
    """`algorithms.bridging.VERSION`."""
    notes = models.PositiveIntegerField()
    ratings = models.PositiveIntegerField()
    raters = models.PositiveIntegerField()
    """Who rated often enough to count."""
    has_scores = models.BooleanField()

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"ranking {self.pk} of {self.at:%Y-%m-%d %H:%M}"


class NoteStanding(models.Model):
    """Where a note came to stand, with the numbers; a row only when any of it changed."""

    note = models.ForeignKey(ContextNote, models.CASCADE, related_name="standings")
    ranking = models.ForeignKey(Ranking, models.CASCADE, related_name="standings")
    standing = models.CharField(max_length=9, choices=Standing)
    ratings = models.PositiveIntegerField()
    """That count."""
    score = models.FloatField(null=True, blank=True)
    lean = models.FloatField(null=True, blank=True)
    told = models.JSONField(default=dict)
    """{"sides": [[helpful, somewhat, not], ...], "reasons": [[code, {name: number}], ...]}"""

    class Meta:
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(fields=["note", "ranking"], name="note_stands_once_a_ranking"),
        ]

    def __str__(self) -> str:
        return f"note {self.note_id}: {self.standing}"
