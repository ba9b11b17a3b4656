"""Words that moderators begin a message with; each change is another version."""

from django.db import models

LONGEST_TITLE, LONGEST_WORDS = 80, 1000


class Wording(models.Model):
    """Only added to: a decision names the version that it began with."""

    code = models.SlugField(max_length=40)
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=LONGEST_TITLE)
    text = models.TextField(max_length=LONGEST_WORDS)
    is_offered = models.BooleanField(default=True)
    """The newest version says whether moderators are offered it."""
    by = models.ForeignKey(
        "people.Profile", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("code", "-version")
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="wording_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code}, version {self.version}"
