"""What moderators and one party of a case write each other."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.safety.models.flags import Case, Flag


class Correspondence(models.Model):
    """With the person whom a case is about, or with whoever made one flag: never with both."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="correspondences")
    flag = models.OneToOneField(
        Flag, models.CASCADE, null=True, blank=True, related_name="correspondence"
    )
    """None: with the person."""

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(flag=None),
                name="correspondence_with_the_person_once",
            ),
        ]

    def __str__(self) -> str:
        return f"correspondence {self.pk}"


class DeskMessage(models.Model):
    correspondence = models.ForeignKey(Correspondence, models.CASCADE, related_name="messages")
    is_from_desk = models.BooleanField()
    by = models.ForeignKey(
        "people.Profile", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """The moderator; the party never learns which."""
    at = models.DateTimeField()
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"message {self.pk}"
