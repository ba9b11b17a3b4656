"""Somebody said under the hashtag of a programme that she looks for somebody, or would be one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.programmes.models.application import Application
from corridor.programmes.models.round import Round


class Interest(models.Model):
    """It enrols nobody. It stays when the post is gone, so that nobody is answered twice."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="interests")
    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    post_number = models.BigIntegerField(db_index=True)
    """Which post, also once it is gone: so no foreign key."""
    side = models.CharField(_("Side"), max_length=6, choices=Application.Side)
    role = models.CharField(max_length=7)
    about = models.CharField(max_length=60, blank=True)
    """In her words; empty once the post is gone."""
    said_at = models.DateTimeField()
    token_digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    """She followed the link and began an application."""
    taken_back_at = models.DateTimeField(null=True, blank=True)
    """The post is gone, or she wants no such answers."""

    class Meta:
        ordering = ("said_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["round", "profile"], name="interest_answered_once"),
        ]

    def __str__(self) -> str:
        return f"interest {self.pk} in round {self.round_id}"


class NoAnswers(models.Model):
    """Somebody does not want programmes to answer what she says under hashtags."""

    profile = models.OneToOneField(
        "people.Profile", models.CASCADE, primary_key=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("profile",)

    def __str__(self) -> str:
        return f"no answers for {self.profile_id}"
