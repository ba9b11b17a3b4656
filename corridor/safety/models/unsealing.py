"""The name of whoever flagged something is not on the page of a case; two may have it shown."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.safety.models.flags import Flag

SOMEBODY = "people.Profile"


class Unsealing(models.Model):
    """A moderator asks to see the name, and another answers."""

    of_asker = models.BooleanField(default=False)
    """Of whoever asked the question that was flagged, not of who flagged it."""

    flag = models.ForeignKey(Flag, models.CASCADE, related_name="unsealings")
    asked_by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField()
    answered_by = models.ForeignKey(
        SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    is_granted = models.BooleanField(default=False)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_why = models.BinaryField(default=b"")
    why = SealedDocument(of=("place",))

    class Meta:
        ordering = ("asked_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["flag", "asked_by", "of_asker"],
                condition=models.Q(answered_at=None),
                name="unsealing_asked_once",
            ),
        ]

    def __str__(self) -> str:
        return f"unsealing of flag {self.flag_id}"
