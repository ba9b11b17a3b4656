"""Evidence in an incident file: added to, and each piece holding on to the one before."""

from uuid import uuid4

from django.db import models

from corridor.incidents.models.incident import SOMEBODY, Incident
from corridor.kernel import sealing
from corridor.kernel.sealed_document import SealedDocument

PURPOSE = "PieceFile"


class Piece(models.Model):
    incident = models.ForeignKey(Incident, models.CASCADE, related_name="pieces")
    number = models.PositiveSmallIntegerField()
    """1, 2, 3 ... in its file, without a gap."""
    at = models.DateTimeField()
    by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+")
    """Whoever added it: the owner, or a helper of hers."""
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)
    """`algorithms.evidence_chain.digest_of` the record."""
    removed_at = models.DateTimeField(null=True, blank=True)
    """She took it out: what it said is gone, its digest stays, or the chain would break."""
    is_whole = models.BooleanField(default=False)
    """She looked: what was taken for details of a patient is none, and is shown."""
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_kept = models.BinaryField(default=b"")
    kept = SealedDocument(of=("place",))
    """As `recording` makes it; empty once it is removed."""

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["incident", "number"], name="piece_number_once")
        ]

    def __str__(self) -> str:
        return f"piece {self.number} of incident {self.incident_id}"


class PieceFile(models.Model):
    """A file as it came, and as a picture drawn anew where it is one; both sealed."""

    piece = models.ForeignKey(Piece, models.CASCADE, related_name="files")
    number = models.PositiveSmallIntegerField()
    """Place in the list of the record, from 1."""
    size = models.PositiveIntegerField()
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_original = models.BinaryField()
    sealed_picture = models.BinaryField(default=b"")

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["piece", "number"], name="piece_file_number_once")
        ]

    def __str__(self) -> str:
        return f"file {self.number} of piece {self.piece_id}"

    def keep(self, *, original: bytes, picture: bytes) -> None:
        self.size = len(original)
        self.sealed_original = self._seal(original, "original")
        self.sealed_picture = self._seal(picture, "picture") if picture else b""

    @property
    def original(self) -> bytes:
        return self._open(self.sealed_original, "original")

    @property
    def picture(self) -> bytes:
        """Empty where it is none."""
        return self._open(self.sealed_picture, "picture") if self.sealed_picture else b""

    def _seal(self, content: bytes, part: str) -> bytes:
        return sealing.seal_bytes(content, purpose=PURPOSE, place=f"{self.place} {part}")

    def _open(self, sealed: bytes | memoryview, part: str) -> bytes:
        return sealing.unseal_bytes(bytes(sealed), purpose=PURPOSE, place=f"{self.place} {part}")
