"""What two people agree on, in versions; one is in force once both signed it."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.mentoring.models.relationship import SOMEBODY, Relationship


class AgreementVersion(models.Model):
    """Its words never change: a change is a new version."""

    relationship = models.ForeignKey(Relationship, models.CASCADE, related_name="agreements")
    number = models.PositiveSmallIntegerField()
    by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    mentee_signed_at = models.DateTimeField(null=True, blank=True)
    mentor_signed_at = models.DateTimeField(null=True, blank=True)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_terms = models.BinaryField(default=b"")
    terms = SealedDocument(of=("place",))
    """{"goals": "...", "meetings": "..."}: keys of `agreement_terms.TERMS`."""

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "number"], name="agreement_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"agreement {self.number} of {self.relationship_id}"

    @property
    def is_signed(self) -> bool:
        return self.mentee_signed_at is not None and self.mentor_signed_at is not None

    @property
    def signed_at(self) -> object:
        """When the second of the two signed; None before."""
        if self.mentee_signed_at is None or self.mentor_signed_at is None:
            return None
        return max(self.mentee_signed_at, self.mentor_signed_at)


class RoleWish(models.Model):
    """One of the two would like one more role; the other answers."""

    relationship = models.ForeignKey(Relationship, models.CASCADE, related_name="role_wishes")
    role = models.CharField(max_length=7)
    by = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["relationship", "role"], name="role_wish_once")
        ]

    def __str__(self) -> str:
        return f"{self.role} wished in {self.relationship_id}"


class RoleEntry(models.Model):
    """One thing done in a role, in the form of that role; both read it."""

    span = models.ForeignKey("mentoring.RoleSpan", models.CASCADE, related_name="entries")
    by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, related_name="+")
    on = models.DateField()
    at = models.DateTimeField()
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))
    """{"what": "...", "came": "..."}: keys of `role_words.LOG`."""

    class Meta:
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"entry of role {self.span_id}"
