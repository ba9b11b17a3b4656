"""Somebody turns to a mentor for the first time: step by step, and each step may be refused."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.mentoring.models.relationship import SOMEBODY
from corridor.mentoring.states_of_contacts import OPEN, ContactState
from corridor.people.choices import Kind


class Like(models.Model):
    """Somebody finds the work of a mentor helpful; she says who she is, or does not."""

    by = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    mentor = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    shows_name = models.BooleanField(default=False)

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["by", "mentor"], name="like_once"),
            models.CheckConstraint(
                condition=~models.Q(by=models.F("mentor")), name="like_of_another"
            ),
        ]

    def __str__(self) -> str:
        return f"like {self.pk}"


class FirstContact(models.Model):
    mentee = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    mentor = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    role = models.CharField(max_length=7, choices=Kind)
    state = models.CharField(max_length=9, choices=ContactState, default=ContactState.HELLO)
    sent_at = models.DateTimeField()
    answer_by = models.DateTimeField()
    """When it lapses by itself, unless somebody makes a move before."""
    closed_at = models.DateTimeField(null=True, blank=True)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_said = models.BinaryField(default=b"")
    said = SealedDocument(of=("place",))
    """Three lines `who`, `why` and `ask`; `question` and `more` where the mentor asked; `where`
    the fifteen minutes are."""

    class Meta:
        ordering = ("-sent_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["mentee", "mentor"],
                condition=models.Q(state__in=OPEN),
                name="first_contact_one_open_per_pair",
            ),
            models.CheckConstraint(
                condition=~models.Q(mentee=models.F("mentor")), name="first_contact_with_another"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "answer_by"], name="first_contact_lapses"),
        ]

    def __str__(self) -> str:
        return f"first contact {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def has(self, profile_id: int) -> bool:
        return profile_id in {self.mentee_id, self.mentor_id}


class FlashTime(models.Model):
    """Fifteen minutes that a mentor offers, once."""

    contact = models.ForeignKey(FirstContact, models.CASCADE, related_name="times")
    starts_at = models.DateTimeField()
    is_chosen = models.BooleanField(default=False)

    class Meta:
        ordering = ("starts_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["contact", "starts_at"], name="flash_time_once"),
            models.UniqueConstraint(
                fields=["contact"],
                condition=models.Q(is_chosen=True),
                name="flash_time_one_chosen",
            ),
        ]

    def __str__(self) -> str:
        return f"time {self.pk} of first contact {self.contact_id}"
