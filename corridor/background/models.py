"""Rows that let several machines share one load of work."""

from django.db import models


class WorkerSign(models.Model):
    """A worker writes here every few seconds while it lives."""

    name = models.CharField(max_length=64, primary_key=True)
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Routine(models.Model):
    """When something that is done again and again is due next; whoever moves it on does it."""

    name = models.CharField(max_length=40, primary_key=True)
    due_at = models.DateTimeField()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
