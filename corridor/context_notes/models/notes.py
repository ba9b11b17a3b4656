"""What verified members add to a post, and what others say of whether it helps."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.specialties import BY_SLUG
from corridor.context_notes.choices import (
    LONGEST_ANSWER,
    LONGEST_NOTE,
    OPEN_STATES,
    READ,
    Answer,
    Standing,
    State,
)

SOMEBODY = "people.Profile"


class ContextNote(models.Model):
    post = models.ForeignKey("posts.Post", models.CASCADE, related_name="+")
    author = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    field = models.CharField(max_length=80)
    """The specialty that she signed it with: a slug of `algorithms.specialties`."""
    text = models.TextField(_("Note"), max_length=LONGEST_NOTE)
    """Plain, with at least one reference that can be looked up."""
    written_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    answer_until = models.DateTimeField()
    answer = models.TextField(_("Answer"), max_length=LONGEST_ANSWER, blank=True)
    """Of the author of the post; it stands beside the note."""
    answered_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    """From when on it is rated."""
    touched_at = models.DateTimeField()
    """When something happened that its standing may depend on."""
    standing = models.CharField(max_length=9, choices=Standing, default=Standing.WAITING)
    standing_at = models.DateTimeField(null=True, blank=True)
    """When it came to stand so; None until it was ranked."""
    first_shown_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    """From then on its standing stays."""
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withheld_at = models.DateTimeField(null=True, blank=True)
    withheld_by = models.ForeignKey(
        SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    withheld_because = models.CharField(max_length=2000, blank=True)
    """To who wrote it."""

    class Meta:
        ordering = ("-written_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["post", "author"],
                condition=models.Q(withdrawn_at=None),
                name="note_of_somebody_once_a_post",
            ),
        ]
        indexes = [
            models.Index(fields=["author", "-written_at"], name="note_of_author"),
            models.Index(fields=["opened_at"], name="note_opened"),
        ]

    def __str__(self) -> str:
        return f"note {self.pk} on {self.post_id}"

    @property
    def state(self) -> State:
        if self.withdrawn_at is not None:
            return State.WITHDRAWN
        if self.withheld_at is not None:
            return State.WITHHELD
        return State.ANSWERING if self.opened_at is None else State(self.standing)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def is_read(self) -> bool:
        """It stands under its post."""
        return self.is_open and self.standing in READ

    @property
    def field_name(self) -> str:
        return BY_SLUG[self.field].name if self.field in BY_SLUG else ""

    def open(self, *, at: datetime) -> None:
        self.opened_at = self.touched_at = at
        self.save(update_fields=["opened_at", "touched_at"])

    def touch(self, *, at: datetime) -> None:
        self.touched_at = at
        self.save(update_fields=["touched_at"])


class NoteRating(models.Model):
    note = models.ForeignKey(ContextNote, models.CASCADE, related_name="ratings")
    rater = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer)
    reasons = models.CharField(max_length=200, blank=True)
    """Codes of `choices.Why` with spaces between."""
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["note", "rater"], name="note_rated_once"),
        ]
        indexes = [models.Index(fields=["rater", "-at"], name="rating_of_rater")]

    def __str__(self) -> str:
        return f"rating {self.pk} of note {self.note_id}"
