"""What somebody says, and to whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.kernel.keys import SnowflakeKey
from corridor.posts.choices import Addressing, Audience, Kind, Quoters, Repliers

LONGEST_NOTE = 300


class Post(models.Model):
    id = SnowflakeKey()
    """Of `kernel.ids`: grows with time, and is never one of a boost."""
    author = models.ForeignKey("people.Profile", models.CASCADE, related_name="posts")
    at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    kind = models.CharField(max_length=11, choices=Kind, default=Kind.POST)
    text = models.TextField(blank=True)
    """As it was written: plain, with @handles, #tags and addresses."""
    html = models.TextField(blank=True)
    """The same as `markup.html` makes it; shown as it is."""
    language = models.CharField(max_length=12, blank=True)
    """BCP 47."""
    content_note = models.CharField(_("Content note"), max_length=LONGEST_NOTE, blank=True)
    is_sensitive = models.BooleanField(_("Pictures are covered"), default=False)
    audience = models.CharField(max_length=9, choices=Audience, default=Audience.PUBLIC)
    repliers = models.CharField(max_length=9, choices=Repliers, default=Repliers.EVERYONE)
    quoters = models.CharField(max_length=9, choices=Quoters, default=Quoters.EVERYONE)
    thread = models.BigIntegerField()
    """Id of the post that began the conversation, its own if it did."""
    in_reply_to = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="answers"
    )
    in_reply_to_author = models.ForeignKey(
        "people.Profile", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    quotes = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="quoted_by"
    )
    is_quote_revoked = models.BooleanField(default=False)
    """The author of what it quotes does not want to be quoted here."""
    is_held = models.BooleanField(default=False)
    """A reply that the author of what it replies to has not let through."""
    is_behind_shield = models.BooleanField(default=False)
    """It is held by a shield: whoever wrote it is not told."""
    refused_at = models.DateTimeField(null=True, blank=True)
    """When she said that she will not: it waits no longer, and stays between the two."""
    withheld_at = models.DateTimeField(null=True, blank=True)
    """Moderators keep it from everybody but its author; it is held as long."""
    moderators_note = models.CharField(max_length=LONGEST_NOTE, blank=True)
    """What they put before its content note; no edit takes it away."""
    waits_besides = models.BooleanField(default=False)
    """It was held for the author of what it replies to before, and will be again."""
    expires_at = models.DateTimeField(null=True, blank=True)
    leaves_at = models.DateTimeField(null=True, blank=True, db_index=True)
    """No other server is told of it before; None: never, as it is for some people here alone."""
    application = models.CharField(max_length=120, blank=True)
    """The app it was written with; empty for our own pages."""
    reply_count = models.PositiveIntegerField(default=0)
    boost_count = models.PositiveIntegerField(default=0)
    kudos_count = models.PositiveIntegerField(default=0)
    quote_count = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["author", "-id"], name="post_of_author"),
            models.Index(fields=["audience", "-id"], name="post_in_public"),
            models.Index(fields=["thread", "id"], name="post_in_thread"),
            models.Index(fields=["expires_at"], name="post_that_ends"),
        ]
        constraints = [
            models.CheckConstraint(
                name="post_story_ends",
                condition=~models.Q(kind="story") | models.Q(expires_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} by {self.author_id}"

    @property
    def is_open(self) -> bool:
        """Anybody may read it, so anybody may pass it on."""
        return self.audience in {Audience.PUBLIC, Audience.QUIET} and self.kind != Kind.STORY


class Addressee(models.Model):
    """Somebody whom a post names, or for whom it is."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="addressees")
    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="+")
    why = models.CharField(max_length=8, choices=Addressing)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["profile", "post", "why"], name="addressee_once"),
        ]

    def __str__(self) -> str:
        return f"{self.post_id} to {self.profile_id}"


class Revision(models.Model):
    """What a post said before it was edited."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="revisions")
    at = models.DateTimeField()
    """When it was published so."""
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    content_note = models.CharField(max_length=LONGEST_NOTE, blank=True)
    is_sensitive = models.BooleanField(default=False)
    poll_options = models.JSONField(default=list)
    attachments = models.JSONField(default=list)
    """Ids and words of the pictures it had, in order: [{"id": 1, "alt": "..."}]."""

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.post_id} of {self.at:%Y-%m-%d %H:%M}"
