"""How many posts, followers and followed somebody has: counted as they come, never on a page."""

from django.db import models

from corridor.kernel.keys import SharedKey


class Figures(models.Model):
    profile = SharedKey("people.Profile", models.CASCADE, related_name="figures")
    posts = models.PositiveIntegerField(default=0)
    """Boosts count too, as in Mastodon."""
    followers = models.PositiveIntegerField(default=0)
    following = models.PositiveIntegerField(default=0)
    last_post_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("profile",)

    def __str__(self) -> str:
        return f"Figures of {self.profile_id}"
