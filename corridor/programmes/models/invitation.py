"""A programme asks somebody to apply; only the digest of the link is kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.kernel.sealed_document import SealedDocument
from corridor.programmes.models.application import Application
from corridor.programmes.models.round import Round


class RoundInvitation(models.Model):
    round = models.ForeignKey(Round, models.CASCADE, related_name="invitations")
    side = models.CharField(_("Side"), max_length=6, choices=Application.Side)
    email = models.EmailField(_("E-mail"), max_length=254)
    """Small letters."""
    token_digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(
        "people.Profile", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField()
    times_sent = models.PositiveSmallIntegerField(default=1)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(
        "people.Profile", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    sealed_answers = models.BinaryField(default=b"")
    answers = SealedDocument(of=("round_id", "side", "email"))
    """What a file already said for her, to begin her application with."""

    class Meta:
        ordering = ("email", "pk")
        constraints = [
            models.UniqueConstraint(fields=["round", "side", "email"], name="invited_once_a_side"),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("sent_at")),
                name="round_invitation_expires_after_it_was_sent",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk} to round {self.round_id}"
