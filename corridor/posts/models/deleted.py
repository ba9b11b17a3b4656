"""What was deleted, for as long as it may come back."""

from typing import Any

from django.db import models

from corridor.kernel.keys import SnowflakeKey
from corridor.kernel.sealed_document import SealedDocument
from corridor.posts.models.media import Attachment


class DeletedPost(models.Model):
    """No row of the post is left but this one, which nobody reads but its author."""

    id = SnowflakeKey()
    """Of the post."""
    author = models.ForeignKey("people.Profile", models.CASCADE, related_name="deleted_posts")
    at = models.DateTimeField()
    until = models.DateTimeField(db_index=True)
    """Then it is gone for good."""
    attachments = models.ManyToManyField(Attachment, related_name="+")
    sealed_content = models.BinaryField()
    content = SealedDocument(of=("id",))
    """As `actions.written_down` makes it."""

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.pk} of {self.author_id}, deleted"

    @property
    def said(self) -> dict[str, Any]:
        """Fields of the post."""
        fields: dict[str, Any] = self.content["rows"][0][0]["fields"]
        return fields
