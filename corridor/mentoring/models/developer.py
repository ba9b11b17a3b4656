"""What somebody notes about the people who help her, for the map of her network."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.mentoring.models.circle import Circle
from corridor.mentoring.models.relationship import SOMEBODY, Relationship


class NotedDeveloper(models.Model):
    """Of a relationship, a circle, or of somebody outside, who is not told and has no account."""

    owner = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    code = models.UUIDField(default=uuid4, unique=True, editable=False)
    relationship = models.ForeignKey(
        Relationship, models.CASCADE, null=True, blank=True, related_name="+"
    )
    circle = models.ForeignKey(Circle, models.CASCADE, null=True, blank=True, related_name="+")
    sealed_words = models.BinaryField()
    words = SealedDocument(of=("code",))
    """{"name": "", "arena": "", "strength": null, "needs": [], "knows": [keys]}"""
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "relationship"],
                condition=models.Q(relationship__isnull=False),
                name="noted_relationship_once",
            ),
            models.UniqueConstraint(
                fields=["owner", "circle"],
                condition=models.Q(circle__isnull=False),
                name="noted_circle_once",
            ),
        ]

    def __str__(self) -> str:
        return f"developer {self.pk} of {self.owner_id}"


class MapReader(models.Model):
    """The mentor of one relationship reads her map, as long as it is open."""

    owner = models.OneToOneField(SOMEBODY, models.CASCADE, primary_key=True, related_name="+")
    relationship = models.ForeignKey(Relationship, models.CASCADE, related_name="+")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"map of {self.owner_id}"
