"""Hashtags, and who follows them."""

from django.db import models

from corridor.posts.models.post import Post


class Tag(models.Model):
    name = models.CharField(max_length=100, unique=True)
    """Case folded, without the hash."""
    shown_as = models.CharField(max_length=100)
    """As it was written first: capitals tell a screen reader where words begin."""

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return f"#{self.shown_as}"


class TagUse(models.Model):
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="uses")
    post = models.ForeignKey(Post, models.CASCADE, related_name="tag_uses")

    class Meta:
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["post", "tag"], name="tag_once_a_post")]
        indexes = [models.Index(fields=["tag", "-post"], name="tag_use_newest")]

    def __str__(self) -> str:
        return f"{self.tag_id} in {self.post_id}"


class TagFollow(models.Model):
    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="tag_follows")
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="follows")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [models.UniqueConstraint(fields=["tag", "profile"], name="tag_followed_once")]

    def __str__(self) -> str:
        return f"{self.profile_id} follows {self.tag_id}"


class FeaturedTag(models.Model):
    """A tag that somebody shows on her profile."""

    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="featured_tags")
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = [models.UniqueConstraint(fields=["profile", "tag"], name="tag_featured_once")]

    def __str__(self) -> str:
        return f"{self.profile_id} features {self.tag_id}"
