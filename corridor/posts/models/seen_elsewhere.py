"""What was found in a picture that goes with no post: a photo of somebody, a file of a message."""

from datetime import datetime, timedelta

from django.db import models

PATIENCE = timedelta(minutes=10)
"""Afterwards nobody has looked."""
MOST_FOUND = 60
BETWEEN, WEIGHED = " ", ":"


class SeenElsewhere(models.Model):
    """For who gave it alone."""

    owner = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    place = models.CharField(max_length=80, unique=True)
    """Which picture: `photo/7`, `message-file/12`."""
    asked_at = models.DateTimeField(null=True, blank=True)
    """None once somebody looked."""
    looked_for_faces = models.BooleanField(default=False)
    looked_for_writing = models.BooleanField(default=False)
    found = models.CharField(max_length=2000, blank=True)
    """Kinds and their weight beside words on a patient: `face:ask mrn:hold`; never what it says."""

    class Meta:
        ordering = ("place",)

    def __str__(self) -> str:
        return self.place

    def is_being_looked_at(self, *, now: datetime) -> bool:
        return self.asked_at is not None and now - self.asked_at < PATIENCE

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """Each with its weight: note, ask or hold."""
        said = (one.partition(WEIGHED) for one in self.found.split(BETWEEN) if one)
        return [(kind, weight) for kind, _mark, weight in said]

    def keep(self, kinds: list[tuple[str, str]]) -> None:
        self.found = BETWEEN.join(WEIGHED.join(one) for one in kinds[:MOST_FOUND])
