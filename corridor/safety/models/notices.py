"""What people without an account flag."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.safety.choices import Reason
from corridor.safety.models.flags import A_PERSON, Flag

if TYPE_CHECKING:
    from datetime import datetime


class OutsideFlag(models.Model):
    """Said, and shown by a mail to be from somebody who is reached there; then it is a flag."""

    reason = models.CharField(max_length=13, choices=Reason)
    about_number = models.BigIntegerField()
    """Of the profile, or of the author of the post."""
    post_number = models.BigIntegerField(default=A_PERSON)
    at = models.DateTimeField()
    flag = models.OneToOneField(
        Flag, models.SET_NULL, null=True, blank=True, related_name="outside"
    )
    """None until the mailbox is shown, and once the case is forgotten."""
    confirmed_at = models.DateTimeField(null=True, blank=True)
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_said = models.BinaryField(default=b"")
    said = SealedDocument(of=("place",))
    """{"url": "...", "words": "...", "name": "...", "email": "..."}"""

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"flag {self.pk} from outside"

    @property
    def heard_at(self) -> "datetime | None":
        return self.flag.heard_at if self.flag else None
