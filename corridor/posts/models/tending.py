"""How somebody looks after what she said long ago."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.posts.models.post import Post


class LookedAt(models.Model):
    """Its author looked at a post once more, and let it stand."""

    post = models.OneToOneField(Post, models.CASCADE, primary_key=True, related_name="looked_at")
    at = models.DateTimeField()
    is_kept = models.BooleanField(default=False)
    """For good: no rule deletes it."""

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "posts looked at"

    def __str__(self) -> str:
        return f"{self.post_id} on {self.at:%Y-%m-%d}"


class DeletionRule(models.Model):
    """Whose posts are deleted by themselves, and which are not; there is none until asked for."""

    profile = models.OneToOneField(
        "people.Profile", models.CASCADE, primary_key=True, related_name="deletion_rule"
    )
    days = models.PositiveIntegerField(_("Older than"))
    keeps_pinned = models.BooleanField(_("Pinned posts"), default=True)
    keeps_named = models.BooleanField(_("Posts for the people named in them"), default=True)
    keeps_media = models.BooleanField(_("Posts with pictures, sound or video"), default=False)
    keeps_polls = models.BooleanField(_("Posts with polls"), default=False)
    keeps_saved = models.BooleanField(_("Posts you saved"), default=True)
    keeps_own_kudos = models.BooleanField(_("Posts you gave kudos"), default=True)
    keeps_kudos_from = models.PositiveIntegerField(
        _("Posts with at least so many kudos"), null=True, blank=True
    )
    keeps_boosts_from = models.PositiveIntegerField(
        _("Posts with at least so many boosts"), null=True, blank=True
    )
    begins_at = models.DateTimeField()
    """Nothing is deleted before: she has a mail, and time to think."""

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.profile_id}: {self.days} days"
