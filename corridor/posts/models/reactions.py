"""What people do with posts."""

from django.db import models

from corridor.kernel.keys import SnowflakeKey
from corridor.posts.choices import Audience
from corridor.posts.models.post import Post


class Boost(models.Model):
    """Somebody passes a post on to those who follow her."""

    id = SnowflakeKey()
    """Of `kernel.ids`; apps see it as the id of a post of its own."""
    booster = models.ForeignKey("people.Profile", models.CASCADE, related_name="boosts")
    post = models.ForeignKey(Post, models.CASCADE, related_name="boosts")
    at = models.DateTimeField()
    audience = models.CharField(max_length=9, choices=Audience, default=Audience.PUBLIC)
    via_boost = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="passed_on"
    )
    """The boost through which she saw the post: how far it spread can be told exactly."""

    class Meta:
        ordering = ("-id",)
        constraints = [models.UniqueConstraint(fields=["booster", "post"], name="boost_once")]
        indexes = [
            models.Index(fields=["post", "-id"], name="boost_of_post"),
            models.Index(fields=["booster", "-id"], name="boost_by_booster"),
        ]

    def __str__(self) -> str:
        return f"{self.booster_id} boosts {self.post_id}"


class Kudos(models.Model):
    """Somebody likes a post, and its author is told."""

    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="kudos")
    post = models.ForeignKey(Post, models.CASCADE, related_name="kudos")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)
        constraints = [models.UniqueConstraint(fields=["profile", "post"], name="kudos_once")]

    def __str__(self) -> str:
        return f"{self.profile_id} likes {self.post_id}"


class Bookmark(models.Model):
    """Somebody keeps a post for herself; nobody else knows."""

    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="bookmarks")
    post = models.ForeignKey(Post, models.CASCADE, related_name="bookmarks")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)
        constraints = [models.UniqueConstraint(fields=["profile", "post"], name="bookmark_once")]

    def __str__(self) -> str:
        return f"{self.profile_id} keeps {self.post_id}"


class Pin(models.Model):
    """A post that somebody shows first on her profile."""

    post = models.OneToOneField(Post, models.CASCADE, related_name="pin")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.post_id} is pinned"


class ThreadMute(models.Model):
    """Somebody hears no more of a conversation."""

    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="thread_mutes")
    thread = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["profile", "thread"], name="thread_muted_once")
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} mutes {self.thread}"
