"""How somebody's posts begin."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.posts.choices import Audience, Quoters
from corridor.posts.models.post import LONGEST_NOTE


class PostingDefaults(models.Model):
    """What a new post of hers has before she says otherwise, here and in her apps."""

    profile = models.OneToOneField(
        "people.Profile", models.CASCADE, primary_key=True, related_name="posting_defaults"
    )
    audience = models.CharField(
        _("Who may read it"), max_length=9, choices=Audience, default=Audience.PUBLIC
    )
    quoters = models.CharField(
        _("Who may quote it"), max_length=9, choices=Quoters, default=Quoters.EVERYONE
    )
    language = models.CharField(_("Language"), max_length=12, blank=True)
    content_note = models.CharField(_("Content note"), max_length=LONGEST_NOTE, blank=True)
    is_sensitive = models.BooleanField(_("Cover the pictures"), default=False)
    asks_first = models.BooleanField(_("Ask before a post is for everybody"), default=False)

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "posting defaults"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(audience=Audience.NAMED), name="default_audience_is_no_names"
            )
        ]

    def __str__(self) -> str:
        return f"How {self.profile_id} posts"
