"""Answers prepared when something changes, so that reading is joining texts."""

from django.db import models

from corridor.kernel.keys import SharedKey


class RenderedPost(models.Model):
    """What of a post is the same for every reader, as the beginning of Mastodon's JSON of it.

    It ends where the author's account begins; `entities.timeline` joins the rest.
    """

    post = models.OneToOneField(
        "posts.Post", models.CASCADE, primary_key=True, related_name="rendered"
    )
    part = models.TextField()
    words = models.TextField(blank=True)
    """What filters look through: case folded."""
    more = models.PositiveSmallIntegerField(default=0)
    """What depends on the reader or the hour and is asked for besides: bits of `entities.post`."""
    base = models.CharField(max_length=200)
    """The public address that it was made for."""

    class Meta:
        ordering = ("post",)

    def __str__(self) -> str:
        return f"Rendered {self.post_id}"


class RenderedAccount(models.Model):
    """Mastodon's JSON of an account up to its figures."""

    profile = SharedKey("people.Profile", models.CASCADE, related_name="rendered_account")
    part = models.TextField()
    base = models.CharField(max_length=200)

    class Meta:
        ordering = ("profile",)

    def __str__(self) -> str:
        return f"Rendered account {self.profile_id}"


class StreamEvent(models.Model):
    """What happened in the last minutes, for whoever listens."""

    class Kind(models.TextChoices):
        POST = "post"
        OUTSIDE = "outside"
        HOME = "home"
        BOOST = "boost"
        CHANGED = "changed"
        GONE = "gone"
        NOTIFIED = "notified"
        FILTERS = "filters"
        MERGED = "merged"
        MESSAGES = "messages"

    kind = models.CharField(max_length=8, choices=Kind)
    """What is not in all home timelines yet is first told of outside of them, then at home."""
    subject = models.BigIntegerField()
    """Number of a post, boost or notification; of what is gone, nothing else is left."""
    recipient = models.BigIntegerField(null=True)
    """Number of the only member it is for; without one, it is for whoever may see it."""
    by = models.BigIntegerField(null=True)
    """Number of the member whose it was: whoever is kept apart from her hears nothing of it."""
    at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"


class RegisteredApp(models.Model):
    """What an app said of itself when it registered, beside what OAuth needs to know of it."""

    application = models.OneToOneField(
        "oauth2_provider.Application", models.CASCADE, primary_key=True, related_name="registered"
    )
    scopes = models.TextField()
    """The most it may ever ask for."""
    website = models.CharField(max_length=2000, blank=True)

    class Meta:
        ordering = ("application",)

    def __str__(self) -> str:
        return f"Registered app {self.application_id}"


class AppUse(models.Model):
    """The last day on which an app asked for something with a token, for whoever let it in."""

    token = models.OneToOneField(
        "oauth2_provider.AccessToken", models.CASCADE, primary_key=True, related_name="use"
    )
    last_on = models.DateField()

    class Meta:
        ordering = ("token",)

    def __str__(self) -> str:
        return f"Token {self.token_id} on {self.last_on}"


class PushSubscription(models.Model):
    """An app wants to be woken when its member is told of something; one for each token."""

    token = models.OneToOneField(
        "oauth2_provider.AccessToken", models.CASCADE, related_name="push_subscription"
    )
    endpoint = models.CharField(max_length=2000)
    p256dh = models.CharField(max_length=100)
    auth = models.CharField(max_length=40)
    is_standard = models.BooleanField(default=False)
    """By RFC 8291; otherwise by its fourth draft, as apps of before understand it."""
    alerts = models.TextField(blank=True)
    """Types of notifications, in Mastodon's words."""
    policy = models.CharField(max_length=8, default="all")
    """From whom: all, followed, follower, none."""
    sealed_token = models.BinaryField()
    """Apps with several members look for it in what they get."""

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Push to token {self.token_id}"
