"""What was found in pictures: where it is and what kind it may be of, never what it says."""

from django.db import models

from corridor.posts.models.media import Attachment

STATES = ("note", "ask", "hold")


class PictureDetail(models.Model):
    attachment = models.ForeignKey(Attachment, models.CASCADE, related_name="details")
    kind = models.CharField(max_length=12)
    """`face`, `writing`, or a kind of patient detail: `mrn`, `name` ..."""
    alone = models.CharField(max_length=4)
    """note, ask or hold, wherever the picture goes."""
    beside_patient = models.CharField(max_length=4)
    """The same where the words of the post are about a patient."""
    left = models.FloatField()
    top = models.FloatField()
    right = models.FloatField()
    bottom = models.FloatField()
    """In parts of the picture's width and height, from its upper left corner."""

    class Meta:
        ordering = ("top", "left", "pk")
        constraints = [
            models.CheckConstraint(
                name="picture_detail_in_picture",
                condition=models.Q(left__gte=0, top__gte=0, right__lte=1, bottom__lte=1),
            ),
            models.CheckConstraint(
                name="picture_detail_state",
                condition=models.Q(alone__in=STATES, beside_patient__in=STATES),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} in {self.attachment_id}"
