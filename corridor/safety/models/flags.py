"""What was flagged, by whom and why, and what it said then."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.safety.choices import Queue, Reason

A_PERSON = 0
"""In place of the number of a post."""


class Case(models.Model):
    """All flags about one thing, a post or a person, until somebody decides."""

    about = models.ForeignKey(
        "people.Profile", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """The person, or the author of the post; None once she left."""
    post_number = models.BigIntegerField(default=A_PERSON)
    """Of a post that may be gone by now."""
    question_number = models.BigIntegerField(default=0)
    """Of a question to mentors; `about` is empty then: who asked is sealed."""
    answer_number = models.BigIntegerField(default=0)
    """Of an answer kept in the library; `about` is whoever answered."""
    is_surge = models.BooleanField(default=False)
    """Very many turn on this person: it is about what is done to her."""
    queue = models.CharField(max_length=13, choices=Queue)
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()
    """When somebody should have looked: by it the queue is sorted."""
    reach = models.PositiveIntegerField(default=0)
    """About how many could read it when it was flagged last."""
    closed_at = models.DateTimeField(null=True, blank=True)
    claimed_by = models.ForeignKey(
        "people.Profile", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    """Whoever took it has it for a while; `policies.CLAIM_LASTS`."""

    class Meta:
        ordering = ("due_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["about", "post_number", "answer_number", "is_surge"],
                condition=models.Q(closed_at=None),
                name="case_open_once",
            ),
            models.UniqueConstraint(
                fields=["question_number"],
                condition=models.Q(closed_at=None) & ~models.Q(question_number=0),
                name="case_of_question_open_once",
            ),
        ]
        indexes = [
            models.Index(fields=["queue", "due_at"], name="case_waiting"),
        ]

    def __str__(self) -> str:
        return f"case {self.pk}"

    @property
    def is_about_a_post(self) -> bool:
        return self.post_number != A_PERSON

    @property
    def is_about_a_question(self) -> bool:
        return self.question_number != 0

    @property
    def is_about_an_answer(self) -> bool:
        return self.answer_number != 0


class Flag(models.Model):
    """What one person says of it; said again, it joins what she said first."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="flags")
    by = models.ForeignKey(
        "people.Profile", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(max_length=13, choices=Reason)
    at = models.DateTimeField()
    heard_at = models.DateTimeField(null=True, blank=True)
    """When she was told what came of it."""
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_said = models.BinaryField(default=b"")
    said = SealedDocument(of=("place",))
    """{"words": "...", "rules": ["..."]}"""

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["case", "by"], name="flag_once_a_case"),
        ]

    def __str__(self) -> str:
        return f"flag {self.pk}"


class Evidence(models.Model):
    """What it said when it was flagged; another flag after an edit adds another row."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="evidence")
    at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    """SHA-256 of what is sealed."""
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_kept = models.BinaryField(default=b"")
    kept = SealedDocument(of=("place",))
    """As `snapshots` makes it."""

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["case", "digest"], name="evidence_once"),
        ]

    def __str__(self) -> str:
        return f"evidence {self.pk}"
