"""What somebody wants of her calendar: a feed, days on which she cannot."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument

SOMEBODY = "people.Profile"


class CalendarWishes(models.Model):
    FEED = "calendar feed"
    """The purpose of the digest."""

    profile = models.OneToOneField(SOMEBODY, models.CASCADE, related_name="+")
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    feed_digest = models.BinaryField(max_length=32, null=True, blank=True, unique=True)
    """Of the code in the address of her feed; None: she has none."""
    sealed_feed_code = models.BinaryField(default=b"")
    feed_code = SealedDocument(of=("place",))

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"calendar of {self.profile_id}"


class DaysOff(models.Model):
    """Days on which somebody does not meet, though her week says so."""

    profile = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    """The last of them."""

    class Meta:
        ordering = ("starts_on", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="days_off_end_after_they_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} off from {self.starts_on}"
