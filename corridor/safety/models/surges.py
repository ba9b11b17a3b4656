"""How many people turn to somebody, what is usual for her, and when it is far more."""

from django.db import models

from corridor.safety.choices import SurgeLevel

SOMEBODY = "people.Profile"


class Contact(models.Model):
    """A stranger turned to somebody within an hour. Kept while the hours around it are counted."""

    profile = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    by = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    hour = models.IntegerField()
    """Since 1970."""
    is_new = models.BooleanField(default=False)
    is_hostile = models.BooleanField(default=False)
    threatens = models.BooleanField(default=False)
    by_quote = models.BigIntegerField(null=True, blank=True)
    """Number of the post by which the stranger came, where it quotes one of hers."""

    class Meta:
        ordering = ("hour", "pk")
        constraints = [
            models.UniqueConstraint(fields=["profile", "hour", "by"], name="contact_once_an_hour"),
        ]

    def __str__(self) -> str:
        return f"{self.by_id} turned to {self.profile_id} in hour {self.hour}"


class UsualContact(models.Model):
    """What is usual for somebody: the numbers that `algorithms.surge.Watch` goes on with."""

    profile = models.OneToOneField(SOMEBODY, models.CASCADE, primary_key=True, related_name="+")
    begins_at = models.IntegerField()
    """The first hour that is not yet in the numbers; contacts since then are kept."""
    total = models.FloatField()
    weight = models.FloatField()
    attacked_to = models.IntegerField(null=True, blank=True)

    class Meta:
        ordering = ("profile",)

    def __str__(self) -> str:
        return f"usual contacts of {self.profile_id}"


class Surge(models.Model):
    """Unusually many strangers turned to somebody; it lasts until their number is usual again."""

    profile = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    level = models.PositiveSmallIntegerField(choices=SurgeLevel)
    """The highest that it reached: what was offered stays offered."""
    began_at = models.DateTimeField()
    at = models.DateTimeField()
    """When it reached that level: the counts are of the six hours before."""
    ended_at = models.DateTimeField(null=True, blank=True)
    waved_off_at = models.DateTimeField(null=True, blank=True)
    """She said that she is fine."""
    strangers = models.PositiveIntegerField()
    usual = models.FloatField()
    new = models.PositiveIntegerField(default=0)
    hostile = models.PositiveIntegerField(default=0)
    threatening = models.PositiveIntegerField(default=0)
    flaggers = models.PositiveIntegerField(default=0)
    of_one_post = models.PositiveIntegerField(default=0)
    of_one_server = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-began_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["profile"], condition=models.Q(ended_at=None), name="surge_once_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"surge {self.pk} around {self.profile_id}"


class SurgeClock(models.Model):
    """Up to when posts were counted; there is one row."""

    counted_to = models.DateTimeField()

    def __str__(self) -> str:
        return f"counted to {self.counted_to}"
