"""What the directory keeps beside the profiles: words to search, and what people said to it."""

from typing import Any

from django.db import models
from django.db.models import F
from django.db.models.signals import post_delete
from django.dispatch import receiver

from corridor.people.models.profile import Profile


class DirectoryClock(models.Model):
    """Counts the changes of the directory, so that whoever has read it can ask what is new.

    Its one row is written before an entry and held to the end of the transaction: what has a
    lower number is there for everybody as soon as a higher number is.
    """

    version = models.BigIntegerField(default=0)
    left_at = models.BigIntegerField(default=0)
    """The version at which the last entry went away."""

    def __str__(self) -> str:
        return f"version {self.version}"

    @classmethod
    def advance(cls) -> int:
        """The number of the change that is about to be made."""
        only = cls.objects.filter(pk=1)
        if not only.update(version=F("version") + 1):
            DirectoryClock.objects.bulk_create([DirectoryClock(pk=1)], ignore_conflicts=True)
            only.update(version=F("version") + 1)
        return only.get().version


class DirectoryEntry(models.Model):
    """What somebody is found by. Made of her profile by `refresh_entry`, never edited."""

    profile = models.OneToOneField(
        Profile, models.CASCADE, related_name="directory_entry", primary_key=True
    )
    words = models.TextField(blank=True)
    """As `algorithms.directory.words` writes them, with spaces between.

    SQLite keeps them in an FTS5 table by triggers, PostgreSQL in a column that it makes itself.
    """
    version = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"directory entry of {self.profile_id}"


@receiver(post_delete, sender=DirectoryEntry)
def note_who_left(**said: Any) -> None:
    """Entries go with their profiles, by whichever way those go."""
    del said
    DirectoryClock.objects.filter(pk=1).update(left_at=DirectoryClock.advance())


class Dismissal(models.Model):
    """Somebody does not want a mentor suggested. Only she sees it, and she can take it back."""

    by = models.ForeignKey(Profile, models.CASCADE, related_name="dismissals")
    mentor = models.ForeignKey(Profile, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["by", "mentor"], name="dismissal_once"),
        ]

    def __str__(self) -> str:
        return f"{self.by_id} does not want {self.mentor_id}"


class Awaiting(models.Model):
    """Somebody wants to be told when a mentor has room again; gone once she was told."""

    by = models.ForeignKey(Profile, models.CASCADE, related_name="awaiting")
    mentor = models.ForeignKey(Profile, models.CASCADE, related_name="awaited_by")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["by", "mentor"], name="awaiting_once"),
            models.CheckConstraint(
                name="awaiting_somebody_else", condition=~models.Q(by=models.F("mentor"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by_id} awaits {self.mentor_id}"
