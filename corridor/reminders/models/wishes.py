"""Of what somebody wants not to be reminded."""

from datetime import date

from django.db import models


class ReminderWishes(models.Model):
    """One row for each who was ever reminded or said anything; locked while one is sent."""

    profile = models.OneToOneField(
        "people.Profile", models.CASCADE, primary_key=True, related_name="+"
    )
    wants_none = models.BooleanField(default=False)
    quiet_until = models.DateField(null=True, blank=True)
    """The first day, in her zone, on which one may come again."""

    class Meta:
        ordering = ("profile",)

    def __str__(self) -> str:
        return f"reminders of {self.profile_id}"

    def is_quiet(self, today: date) -> bool:
        return self.wants_none or (self.quiet_until is not None and today < self.quiet_until)


class SwitchedOff(models.Model):
    """A kind of reminder that somebody does not want; or of that kind, one thing."""

    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    about = models.BigIntegerField(null=True, blank=True)
    """Id of the thing; None: all of the kind."""
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "kind"],
                condition=models.Q(about=None),
                name="reminder_kind_off_once",
            ),
            models.UniqueConstraint(
                fields=["profile", "kind", "about"],
                condition=models.Q(about__isnull=False),
                name="reminder_thing_off_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} off for {self.profile_id}"
