"""What was said, sealed; and what was sent with it."""

from uuid import uuid4

from django.db import models

from corridor.conversations.choices import Kind
from corridor.conversations.models.conversation import SOMEBODY, Conversation
from corridor.kernel import sealing
from corridor.kernel.keys import SnowflakeKey
from corridor.kernel.sealed_document import SealedDocument

PURPOSE = "AttachedFile.content"


class Message(models.Model):
    id = SnowflakeKey()
    """Of `kernel.ids`: grows with time."""
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="messages")
    writer = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, related_name="+")
    """Who said it, came in or left; None once she left this server."""
    kind = models.CharField(max_length=4, choices=Kind, default=Kind.SAID)
    at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))

    class Meta:
        ordering = ("pk",)
        indexes = [
            models.Index(fields=["conversation", "id"], name="message_of_conversation"),
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"


class AttachedFile(models.Model):
    """A picture drawn anew, or a PDF written anew. Without a message it was not sent yet."""

    message = models.ForeignKey(Message, models.CASCADE, null=True, related_name="files")
    owner = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_name = models.BinaryField(default=b"")
    name = SealedDocument(of=("place",))
    sealed_content = models.BinaryField(default=b"")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"file {self.pk}"

    @property
    def is_picture(self) -> bool:
        return self.media_type.startswith("image/")

    @property
    def content(self) -> bytes:
        return sealing.unseal_bytes(
            bytes(self.sealed_content), purpose=PURPOSE, place=str(self.place)
        )

    def keep(self, content: bytes) -> None:
        self.size = len(content)
        self.sealed_content = sealing.seal_bytes(content, purpose=PURPOSE, place=str(self.place))
