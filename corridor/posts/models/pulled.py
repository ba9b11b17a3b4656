"""What somebody pulled from everywhere, as she alone keeps it: sealed, to show what it was."""

from uuid import uuid4

from django.db import models

from corridor.kernel import sealing
from corridor.kernel.sealed_document import SealedDocument

OF_PICTURES = "PulledPicture.file"


class PulledPost(models.Model):
    author = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    post_number = models.BigIntegerField()
    """It had this id; nothing else of it is left."""
    published_at = models.DateTimeField()
    pulled_at = models.DateTimeField()
    had_left = models.BooleanField()
    """Other servers could have it: its hold was over."""
    homes = models.PositiveIntegerField()
    """Home timelines that it stood in."""
    told = models.PositiveIntegerField()
    """People whom a notification told of it, in some app with its first words."""
    boosts = models.PositiveIntegerField()
    was_open = models.BooleanField()
    """Anybody could read it on the web."""
    digest = models.CharField(max_length=64)
    """SHA-256 of what is sealed."""
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_kept = models.BinaryField(default=b"")
    kept = SealedDocument(of=("place",))
    """As `queries.pulled.as_it_was` makes it."""

    class Meta:
        ordering = ("-pulled_at", "-pk")

    def __str__(self) -> str:
        return f"pulled {self.post_number}"


class PulledPicture(models.Model):
    pulled = models.ForeignKey(PulledPost, models.CASCADE, related_name="pictures")
    position = models.PositiveSmallIntegerField()
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_file = models.BinaryField()

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"picture {self.position} of {self.pulled_id}"

    def seal(self, content: bytes) -> None:
        self.sealed_file = sealing.seal_bytes(content, purpose=OF_PICTURES, place=str(self.place))

    def unseal(self) -> bytes:
        return sealing.unseal_bytes(
            bytes(self.sealed_file), purpose=OF_PICTURES, place=str(self.place)
        )
