"""How somebody showed who they are, and what of it others may know."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from corridor.people.choices import ClaimState, Route
from corridor.people.models.profile import Profile


class Badge(models.Model):
    """What was shown, how, to whom and when; it expires, and is never a bare tick."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="badges")
    route = models.CharField(max_length=8, choices=Route)
    shows = models.CharField(max_length=200, blank=True)
    """What the route's sentence (`people.badge_words`) is about: a domain, a roster, a document."""
    stage = models.CharField(max_length=5, blank=True)
    """A code of `algorithms.careers`, where what was shown says it; a mailbox does not."""
    evidence = models.CharField(max_length=64, blank=True)
    """A keyed digest of the mailbox, iD or number: one of them verifies one profile."""
    by = models.ForeignKey(Profile, models.SET_NULL, null=True, blank=True, related_name="+")
    """The reviewer; None where a machine checked."""
    granted_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=200, blank=True)
    withdrawn_by = models.ForeignKey(
        Profile, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """The reviewer or its owner; None where it fell with something else."""
    reminded_at = models.DateTimeField(null=True, blank=True)
    """When she was told that it is about to expire."""

    class Meta:
        ordering = ("-granted_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "route", "shows"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="badge_once",
            ),
            models.UniqueConstraint(
                fields=["route", "evidence"],
                condition=models.Q(withdrawn_at__isnull=True) & ~models.Q(evidence=""),
                name="badge_evidence_of_one_profile",
            ),
            models.CheckConstraint(
                name="badge_expires_after_it_was_granted",
                condition=models.Q(expires_at__gt=models.F("granted_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.route} badge of {self.profile_id}"


class Claim(models.Model):
    """Something that a reviewer of the verification desk has to look at."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="claims")
    route = models.CharField(max_length=8, choices=Route)
    state = models.CharField(max_length=9, choices=ClaimState, default=ClaimState.OPEN)
    subject = models.CharField(max_length=200)
    """What is claimed: a number, or what the document is."""
    words = models.TextField(max_length=1000, blank=True)
    """What she adds for the reviewer."""
    document = models.BinaryField(null=True, blank=True)
    """Sealed (`kernel.sealing`); gone as soon as somebody decided or she withdrew it."""
    document_name = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Profile, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer = models.CharField(max_length=500, blank=True)
    """What the reviewer tells her."""

    class Meta:
        ordering = ("made_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "route"],
                condition=models.Q(state="open"),
                name="claim_one_open_of_each_route",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.route} claim of {self.profile_id}"

    @property
    def asked_for(self) -> str:
        """What a reviewer is asked to look at; nothing is shown yet."""
        return {
            str(Route.DOCUMENT): gettext("Document"),
            str(Route.EMAIL): gettext("Domain to be added"),
        }.get(self.route, str(Route(self.route).label))

    def close(self, *, state: ClaimState, at: datetime) -> None:
        """What was shown with it is deleted; what was decided stays."""
        self.state = state
        self.decided_at = at
        self.document = None
        self.document_name = ""
        self.save(
            update_fields=[
                "state",
                "decided_at",
                "decided_by",
                "answer",
                "document",
                "document_name",
            ]
        )
        RegistryRecord.objects.filter(claim=self).update(number=None)


class ClaimNote(models.Model):
    """What reviewers tell each other about a claim; the person never sees it."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="notes")
    by = models.ForeignKey(Profile, models.SET_NULL, null=True, blank=True, related_name="+")
    text = models.TextField(_("Note"), max_length=1000)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"note on claim {self.claim_id}"


class RegistryRecord(models.Model):
    """The number of an NPI claim, and what the registry said of it: no addresses, no phones."""

    claim = models.OneToOneField(Claim, models.CASCADE, related_name="registry_record")
    number = models.BinaryField(null=True, blank=True)
    """Sealed (`kernel.sealing`), for the reviewer to look up; gone when somebody decided."""
    checked_at = models.DateTimeField(null=True, blank=True)
    """None where the registry was not asked, or did not answer."""
    is_found = models.BooleanField(default=False)
    is_person = models.BooleanField(default=False)
    """Rather than an organisation, and not deactivated."""
    name_score = models.PositiveSmallIntegerField(default=0)
    """How alike the names are, 0 to 100: `algorithms.credentials.names`."""
    name_findings = models.CharField(max_length=100, blank=True)
    taxonomy = models.CharField(max_length=160, blank=True)
    state = models.CharField(max_length=2, blank=True)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"registry record of claim {self.claim_id}"


class MailboxProof(models.Model):
    """A code sent to an institution's mailbox; who types it in has the mailbox."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="+")
    address = models.EmailField(max_length=254)
    code_digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["profile"], name="mailbox_proof_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"mailbox proof of {self.profile_id}"


class EmailDomain(models.Model):
    """A domain whose mailboxes belong to people of an institution."""

    domain = models.CharField(_("Domain"), max_length=253, unique=True)
    institution = models.CharField(_("Institution"), max_length=160)
    country = models.CharField(_("Country"), max_length=2, blank=True)
    source = models.CharField(_("Where we have it from"), max_length=200)
    added_at = models.DateTimeField()
    is_active = models.BooleanField(_("Counts"), default=True)
    changed_by = models.ForeignKey(
        Profile, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """The reviewer who added it or switched it last; None for lists that were read."""

    class Meta:
        ordering = ("domain",)

    def __str__(self) -> str:
        return self.domain


class Vouch(models.Model):
    voucher = models.ForeignKey(Profile, models.CASCADE, related_name="vouches")
    vouched = models.ForeignKey(Profile, models.CASCADE, related_name="vouched_by")
    knows_from = models.CharField(_("Where you know each other from"), max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["voucher", "vouched"], name="vouch_once"),
            models.CheckConstraint(
                name="vouch_for_somebody_else",
                condition=~models.Q(voucher=models.F("vouched")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.voucher_id} vouches for {self.vouched_id}"


class Reviewer(models.Model):
    """Somebody who works at the verification desk."""

    profile = models.OneToOneField(Profile, models.CASCADE, related_name="reviewer")
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"reviewer {self.profile_id}"
