"""What somebody achieved, told by herself or by somebody who is glad of it."""

from django.db import models

from corridor.posts.choices import Audience, Feat
from corridor.posts.models.post import Post

LONGEST_FEAT, LONGEST_PLACE, LONGEST_WORDS = 300, 200, 500


class Achievement(models.Model):
    author = models.ForeignKey("people.Profile", models.CASCADE, related_name="achievements_told")
    about = models.ForeignKey("people.Profile", models.CASCADE, related_name="achievements")
    post = models.OneToOneField(
        Post, models.CASCADE, null=True, blank=True, related_name="achievement"
    )
    """None while it waits for her whom it is about."""
    feat = models.CharField(max_length=9, choices=Feat)
    title = models.CharField(max_length=LONGEST_FEAT)
    words = models.CharField(max_length=LONGEST_WORDS, blank=True)
    place = models.CharField(max_length=LONGEST_PLACE, blank=True)
    """Journal, meeting or hospital."""
    doi = models.CharField(max_length=200, blank=True)
    happened_on = models.DateField(null=True, blank=True)
    audience = models.CharField(max_length=9, choices=Audience, default=Audience.PUBLIC)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.title
