"""Words and posts that somebody does not want to see."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.posts.models.post import Post


class Filter(models.Model):
    class Action(models.TextChoices):
        WARN = "warn", _("Cover it, and say why")
        HIDE = "hide", _("Leave it out")
        BLUR = "blur", _("Cover its pictures")

    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="filters")
    title = models.CharField(_("Name"), max_length=100)
    contexts = models.JSONField(default=list)
    """Where it holds: home, notifications, public, thread, account."""
    action = models.CharField(max_length=4, choices=Action, default=Action.WARN)
    expires_at = models.DateTimeField(null=True, blank=True)
    for_strangers = models.BooleanField(_("Only what strangers say"), default=False)
    """Its words do not hold for people with a tie to her: see `queries.strangers_among`."""

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.title


class FilterKeyword(models.Model):
    filter = models.ForeignKey(Filter, models.CASCADE, related_name="keywords")
    keyword = models.CharField(_("Word or phrase"), max_length=100)
    is_whole_word = models.BooleanField(_("Whole words only"), default=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.keyword


class FilteredPost(models.Model):
    filter = models.ForeignKey(Filter, models.CASCADE, related_name="posts")
    post = models.ForeignKey(Post, models.CASCADE, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["filter", "post"], name="filtered_post_once")
        ]

    def __str__(self) -> str:
        return f"{self.post_id} in {self.filter_id}"
