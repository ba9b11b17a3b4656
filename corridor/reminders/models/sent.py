"""What came to whom, and what she answered to it."""

from django.db import models

from corridor.reminders.choices import Answer


class SentReminder(models.Model):
    """Only added to: it is what stops the next one."""

    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    about = models.BigIntegerField()
    number = models.PositiveSmallIntegerField()
    """The first about this thing is 1."""
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "kind", "about", "number"], name="reminder_sent_once"
            )
        ]
        indexes = [models.Index(fields=["profile", "-at"], name="reminders_newest")]

    def __str__(self) -> str:
        return f"{self.kind} {self.number} to {self.profile_id}"


class ReminderAnswer(models.Model):
    """A link in the mail was used: each works once."""

    sent = models.ForeignKey(SentReminder, models.CASCADE, related_name="answers")
    answer = models.CharField(max_length=8, choices=Answer)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["sent", "answer"], name="reminder_link_once")
        ]

    def __str__(self) -> str:
        return f"{self.answer} to {self.sent_id}"
