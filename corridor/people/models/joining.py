"""How somebody comes to have an account where not everybody may simply make one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.people.models.account import Account
from corridor.people.models.profile import Profile


class Invitation(models.Model):
    """A link that lets somebody join. Only its digest is kept: a copied database opens nothing."""

    token_digest = models.CharField(max_length=64, unique=True)
    email = models.EmailField(_("E-mail"), max_length=254, blank=True)
    """Only for this mailbox; a link for anybody where it is empty."""
    made_by = models.ForeignKey(
        Profile, models.SET_NULL, null=True, blank=True, related_name="invitations"
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    most_uses = models.PositiveSmallIntegerField(default=1)
    uses = models.PositiveSmallIntegerField(default=0)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = [
            models.CheckConstraint(
                name="invitation_not_used_up_twice",
                condition=models.Q(uses__lte=models.F("most_uses")),
            ),
            models.CheckConstraint(
                name="invitation_expires_after_it_was_made",
                condition=models.Q(expires_at__gt=models.F("made_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class RosterEntry(models.Model):
    """Somebody of whom a society or school says that they belong to it."""

    roster = models.CharField(_("Roster"), max_length=120)
    """Whose list: "Severnside Medical School, year 3"."""
    email = models.EmailField(_("E-mail"), max_length=254)
    """Small letters."""
    name = models.CharField(_("Name"), max_length=100, blank=True)
    stage = models.CharField(_("Stage"), max_length=5, blank=True)
    institution = models.CharField(_("Institution"), max_length=160, blank=True)
    added_by = models.ForeignKey(Profile, models.SET_NULL, null=True, blank=True, related_name="+")
    added_at = models.DateTimeField()
    invitation = models.OneToOneField(
        Invitation, models.SET_NULL, null=True, blank=True, related_name="roster_entry"
    )
    joined = models.ForeignKey(
        Profile, models.SET_NULL, null=True, blank=True, related_name="roster_entries"
    )

    class Meta:
        ordering = ("roster", "name", "pk")
        constraints = [
            models.UniqueConstraint(fields=["roster", "email"], name="roster_entry_once"),
        ]

    def __str__(self) -> str:
        return f"entry {self.pk} of {self.roster}"


class Admission(models.Model):
    """Somebody asked to join where an operator decides."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="admission")
    words = models.CharField(_("Why you would like to join"), max_length=500, blank=True)
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Profile, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    is_admitted = models.BooleanField(default=False)

    class Meta:
        ordering = ("asked_at", "pk")

    def __str__(self) -> str:
        return f"admission of account {self.account_id}"


class OnboardingStep(models.Model):
    """A step of the way in that somebody did or skipped."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="onboarding_steps")
    step = models.CharField(max_length=20)
    at = models.DateTimeField()
    was_skipped = models.BooleanField(default=False)

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["profile", "step"], name="onboarding_step_once"),
        ]

    def __str__(self) -> str:
        return f"{self.step} of {self.profile_id}"


class Nudge(models.Model):
    """A tip that somebody was given; each is given a few times at most, then never again."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="nudges")
    kind = models.CharField(max_length=30)
    given_at = models.DateTimeField()
    times = models.PositiveSmallIntegerField(default=1)
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("given_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["profile", "kind"], name="nudge_one_of_each_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.profile_id}"
