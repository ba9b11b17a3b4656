"""Tutorials: written as a thread, read as one page, and kept in versions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_CHANGE = 150, 500, 300


class Tutorial(models.Model):
    author = models.ForeignKey("people.Profile", models.CASCADE, related_name="tutorials")
    slug = models.SlugField(max_length=80, blank=True)
    """Of its first published title; empty until then."""
    audience = models.CharField(max_length=9, default="public")
    """`posts.choices.Audience` of its posts, and so of its page."""
    first_post = models.ForeignKey(
        "posts.Post", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """Whoever may read this may read the tutorial; without it, nobody but its author."""
    published = models.PositiveIntegerField(default=0)
    """Number of the version that readers see."""
    first_published_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    """When that version was."""

    class Meta:
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["slug"], name="tutorial_slug_once", condition=~models.Q(slug="")
            ),
        ]

    def __str__(self) -> str:
        return self.slug or f"Tutorial {self.pk}"


class Version(models.Model):
    """What a tutorial said or will say; a published one is not changed any more."""

    tutorial = models.ForeignKey(Tutorial, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(_("Title"), max_length=LONGEST_TITLE, blank=True)
    summary = models.CharField(_("Summary"), max_length=LONGEST_SUMMARY, blank=True)
    language = models.CharField(max_length=12, blank=True)
    change = models.CharField(_("What changed"), max_length=LONGEST_CHANGE, blank=True)
    at = models.DateTimeField()
    """When it was kept last."""
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["tutorial", "number"], name="version_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"


class Part(models.Model):
    """What one post of the thread says."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    answers = models.TextField(blank=True)
    """Of a poll, one a line."""
    is_reveal = models.BooleanField(default=False)
    """Covered until its reader answered the poll above, or the poll is over."""
    post = models.ForeignKey("posts.Post", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.version_id}, part {self.position}"


class Picture(models.Model):
    """Of a part; its words and file stand with the attachment."""

    part = models.ForeignKey(Part, models.CASCADE, related_name="pictures")
    attachment = models.ForeignKey("posts.Attachment", models.CASCADE, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["part", "attachment"], name="picture_once"),
        ]

    def __str__(self) -> str:
        return f"Picture {self.attachment_id} of part {self.part_id}"
