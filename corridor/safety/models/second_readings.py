"""What somebody wants to post and somebody else reads first."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.safety.choices import Grounds, ReadingState


class SecondReader(models.Model):
    """Somebody whom whoever runs the server lets read what is held, besides moderators."""

    profile = models.OneToOneField(
        "people.Profile", models.CASCADE, related_name="+", primary_key=True
    )
    since = models.DateTimeField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"second reader {self.pk}"


class SecondReading(models.Model):
    """One text on its way: nobody but its author and who may read it knows of it."""

    author = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    state = models.CharField(max_length=9, choices=ReadingState)
    grounds = models.CharField(max_length=6, choices=Grounds, blank=True)
    is_held = models.BooleanField()
    """It says what nobody posts by herself; else its author asked of her own accord."""
    wanted = models.ForeignKey(
        "people.Profile", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """Whom she asks, and nobody else reads it; None where anybody with the right may."""
    publish_at = models.DateTimeField(null=True, blank=True)
    """When she wants it published; None: as soon as it is let pass."""
    begun_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)
    """When she last sent it."""
    answered_at = models.DateTimeField(null=True, blank=True)
    reader = models.ForeignKey(
        "people.Profile", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """Who answered last."""
    times = models.PositiveSmallIntegerField(default=0)
    """How often she sent it; a reader lets pass what she has seen, and nothing later."""
    post_number = models.BigIntegerField(null=True, blank=True)
    """Of the post that came of it."""
    changes = models.ForeignKey(
        "posts.Post", models.CASCADE, null=True, blank=True, related_name="+"
    )
    """The post that it says anew."""
    version = models.ForeignKey(
        "library.Version", models.CASCADE, null=True, blank=True, related_name="+"
    )
    """Of the thread that it publishes; without either it is a new post."""
    attachments = models.ManyToManyField("posts.Attachment", related_name="+")
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_said = models.BinaryField(default=b"")
    said = SealedDocument(of=("place",))
    """{"post": as `posts.actions.as_words` has it, "about": as `what_is_read.as_kept` has it,
    "words": for the reader, "answer": hers}."""

    class Meta:
        ordering = ("-begun_at", "-pk")
        indexes = [models.Index(fields=["state", "asked_at"], name="reading_waiting")]

    def __str__(self) -> str:
        return f"second reading {self.pk}"
