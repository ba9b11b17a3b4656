"""What was done at the desk: added to, never changed, each row holding on to the one before."""

from typing import Any

from django.db import models

from corridor.safety.choices import Deed


class NotToBeChanged(Exception):
    """The log is only added to."""


class LogEntries(models.QuerySet["LogEntry"]):
    def update(self, **values: Any) -> int:
        del values
        raise NotToBeChanged

    def delete(self) -> tuple[int, dict[str, int]]:
        raise NotToBeChanged


class LogEntry(models.Model):
    """Numbers instead of foreign keys, so that nothing in it goes when somebody leaves."""

    number = models.BigIntegerField(primary_key=True)
    """1, 2, 3 ... without a gap."""
    at = models.DateTimeField()
    by_number = models.BigIntegerField()
    """Of a profile; 0 is whoever runs the server."""
    deed = models.CharField(max_length=10, choices=Deed)
    case_number = models.BigIntegerField(default=0)
    details = models.CharField(max_length=200, blank=True)
    """Codes and numbers, never what anybody said."""
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, unique=True)

    objects = LogEntries.as_manager()

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number}: {self.deed}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise NotToBeChanged
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        del args, kwargs
        raise NotToBeChanged


class LogHead(models.Model):
    """The newest entry: whoever adds one holds this row."""

    number = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"log to {self.number}"
