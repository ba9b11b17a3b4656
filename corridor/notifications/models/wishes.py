"""How somebody wants to be told, and of whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.notifications.choices import Treatment


class Policy(models.Model):
    """What happens with news from people whom she does not know; none is: she is told of all."""

    profile = models.OneToOneField(
        "people.Profile", models.CASCADE, primary_key=True, related_name="notification_policy"
    )
    for_not_following = models.CharField(
        _("People you do not follow"), max_length=6, choices=Treatment, default=Treatment.ACCEPT
    )
    for_not_followers = models.CharField(
        _("People who do not follow you"), max_length=6, choices=Treatment, default=Treatment.ACCEPT
    )
    for_new_accounts = models.CharField(
        _("People who joined in the last 30 days"),
        max_length=6,
        choices=Treatment,
        default=Treatment.ACCEPT,
    )
    for_private_mentions = models.CharField(
        _("Private mentions that you did not ask for"),
        max_length=6,
        choices=Treatment,
        default=Treatment.ACCEPT,
    )
    for_limited_accounts = models.CharField(
        _("People whom moderators have limited"),
        max_length=6,
        choices=Treatment,
        default=Treatment.ACCEPT,
    )

    class Meta:
        ordering = ("profile",)

    def __str__(self) -> str:
        return f"Policy of {self.profile_id}"


class Permission(models.Model):
    """She accepted a request: news from this person is told, whatever the policy says."""

    recipient = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    by = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["recipient", "by"], name="notification_permitted_once")
        ]

    def __str__(self) -> str:
        return f"{self.by_id} reaches {self.recipient_id}"


class MailWishes(models.Model):
    """What of her news comes by mail as well, once a day."""

    profile = models.OneToOneField(
        "people.Profile", models.CASCADE, primary_key=True, related_name="notification_mail"
    )
    mentions = models.BooleanField(_("Replies and mentions"), default=True)
    follow_requests = models.BooleanField(_("Who asks to follow you"), default=True)
    messages = models.BooleanField(_("That a message waits for you, at once"), default=True)
    messages_daily = models.BooleanField(_("Messages that you have not read"), default=False)
    contacts = models.BooleanField(_("Hellos to you, and what comes of yours"), default=True)
    flags = models.BooleanField(_("What came of your flags"), default=True)
    shields = models.BooleanField(_("That a shield is offered to you, at once"), default=True)
    notes = models.BooleanField(
        _("Context notes, and works that were retracted after you named them"), default=True
    )
    told_to = models.BigIntegerField(default=0)
    """Id of the newest notification that a mail told of."""

    class Meta:
        ordering = ("profile",)

    def __str__(self) -> str:
        return f"Mail wishes of {self.profile_id}"
