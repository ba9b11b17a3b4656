"""What strangers said to somebody, and lies apart until she looks at it."""

from django.db import models

from corridor.safety.choices import ONE_HELD, HeldAnswer, HeldKind

SOMEBODY = "people.Profile"


class Held(models.Model):
    """Nothing of it is deleted, and whoever said it is not told.

    It goes with its post, if whoever said it takes that back.
    """

    profile = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    """Whose folder it is in."""
    by = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    post = models.ForeignKey("posts.Post", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=7, choices=HeldKind)
    is_request = models.BooleanField(default=False)
    """A first message from somebody whom she does not know, while no shield was up."""
    at = models.DateTimeField()
    answer = models.CharField(max_length=7, choices=HeldAnswer, blank=True)
    """Empty while nobody has looked."""
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """She herself, or a helper."""

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["profile", "post"], name="held_once"),
        ]
        indexes = [
            models.Index(fields=["profile", "answer", "-at"], name="held_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.post_id} held for {self.profile_id}"

    @property
    def kind_of_one(self) -> str:
        return str(ONE_HELD[HeldKind(self.kind)])
