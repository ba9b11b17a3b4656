"""The installation's own policy, in versions, and who has read which card or policy."""

from django.db import models

LONGEST_POLICY = 20_000


class PolicyVersion(models.Model):
    """Only added to: whoever read an earlier one read that."""

    version = models.PositiveIntegerField(unique=True)
    text = models.TextField(max_length=LONGEST_POLICY, blank=True)
    """Markdown; empty where there is none any more."""
    by = models.ForeignKey(
        "people.Profile", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("-version",)

    def __str__(self) -> str:
        return f"policy, version {self.version}"


class CardRead(models.Model):
    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    card = models.SlugField(max_length=40)
    """Of `guidance_cards`, or POLICY."""
    version = models.PositiveIntegerField()
    at = models.DateTimeField()
    is_declined = models.BooleanField(default=False)
    """She did not read it, and does not want to be asked about this version again."""

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["profile", "card", "version"], name="card_read_once"),
        ]

    def __str__(self) -> str:
        return f"{self.card} {self.version}, by {self.profile_id}"
