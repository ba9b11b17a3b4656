"""What moderators keep somebody from."""

from django.db import models

from corridor.people.choices import Restraint
from corridor.people.models.profile import Profile


class Restriction(models.Model):
    """In force until it is lifted; a routine lifts those whose time is over."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="restrictions")
    kind = models.CharField(max_length=7, choices=Restraint)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True, db_index=True)
    """None: until somebody lifts it."""
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-since", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "kind"],
                condition=models.Q(lifted_at=None),
                name="restricted_once_a_kind",
            ),
        ]
        indexes = [
            models.Index(
                fields=["kind", "profile"],
                condition=models.Q(lifted_at=None),
                name="restriction_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.profile_id}"
