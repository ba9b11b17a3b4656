"""Who works at the desk of moderators, and what is decided there."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.safety.choices import Measure, Queue, Reason, measure_words
from corridor.safety.models.flags import A_PERSON, Case

SOMEBODY = "people.Profile"
STRIKE_LASTS = timedelta(days=365)


class Moderator(models.Model):
    """A right to one queue; whoever has all of them has a row for each."""

    profile = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    queue = models.CharField(max_length=13, choices=Queue)
    is_lead = models.BooleanField(default=False)
    """Appoints others for it, takes cases over, and keeps the wordings."""
    since = models.DateTimeField()

    class Meta:
        ordering = ("profile", "queue")
        constraints = [
            models.UniqueConstraint(fields=["profile", "queue"], name="moderates_a_queue_once"),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} moderates {self.queue}"


class CaseNote(models.Model):
    """From one moderator to the others; nobody else reads it."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="notes")
    by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"note {self.pk} on case {self.case_id}"


class Decision(models.Model):
    """One measure, with the reasons that the person read. It outlives the case."""

    case = models.ForeignKey(Case, models.SET_NULL, null=True, blank=True, related_name="decisions")
    about = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+")
    post_number = models.BigIntegerField(default=A_PERSON)
    question_number = models.BigIntegerField(default=0)
    """Of a question to mentors; nobody is named then."""
    answer_number = models.BigIntegerField(default=0)
    """Of an answer kept in the library."""
    measure = models.CharField(max_length=7, choices=Measure)
    reason = models.CharField(max_length=13, choices=Reason)
    """What it is for, which need not be what was flagged."""
    by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+")
    rules = models.TextField(blank=True)
    """Of this place, that it is against, as they were worded then; a line each."""
    number_of_flags = models.PositiveIntegerField(default=0)
    """Answered by it; with the first measure of several alone. Figures need them when flags go."""
    was_hidden = models.BooleanField(default=False)
    """The post was hidden without anybody deciding it, until this."""
    flagged_at = models.DateTimeField()
    at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    needs_second = models.BooleanField(default=False)
    """It ends at `until`, unless another moderator agrees that it is for good."""
    seconded_by = models.ForeignKey(
        SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    restriction_number = models.BigIntegerField(null=True, blank=True)
    """Of people's; where the measure is one of a person."""
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))
    """To the person; empty where there was nothing to say."""

    class Meta:
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=["about", "-at"], name="decision_about")]

    def __str__(self) -> str:
        return f"decision {self.pk}: {self.measure}"

    @property
    def is_about_a_post(self) -> bool:
        return self.post_number != A_PERSON

    @property
    def is_about_a_question(self) -> bool:
        return self.question_number != 0

    @property
    def is_about_an_answer(self) -> bool:
        return self.answer_number != 0

    @property
    def done(self) -> str:
        """Its measure in words."""
        return measure_words(Measure(self.measure), about=self)

    @property
    def strike_until(self) -> datetime:
        """Until when it counts, where it counts at all."""
        return self.at + STRIKE_LASTS

    def is_strike(self, *, now: datetime) -> bool:
        """It counts when moderators decide about the same person again."""
        has_effect = self.measure not in {Measure.NOTHING, Measure.NUDGE}
        return has_effect and self.undone_at is None and self.strike_until > now


class Appeal(models.Model):
    """The person asks that somebody else looks again; once for each decision."""

    decision = models.OneToOneField(Decision, models.CASCADE, related_name="appeal")
    at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    is_granted = models.BooleanField(default=False)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_said = models.BinaryField(default=b"")
    said = SealedDocument(of=("place",))
    """{"words": "...", "answer": "..."}"""

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"appeal against decision {self.decision_id}"
