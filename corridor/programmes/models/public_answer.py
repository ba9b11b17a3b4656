"""The one reply under a post by which a programme answers somebody where everybody reads along."""

from django.db import models

from corridor.programmes.models.programme import Programme


class PublicAnswer(models.Model):
    """It stays when the reply is gone, so that nobody is answered twice."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="public_answers")
    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    """Whose post it answers."""
    post_number = models.BigIntegerField(db_index=True)
    """Which post, also once it is gone: so no foreign key."""
    answer_number = models.BigIntegerField()
    """The reply, likewise."""
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    """Her post is gone or says something else, or she wants no such answers."""

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "profile"], name="public_answer_once_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"public answer {self.pk} of {self.programme_id}"
