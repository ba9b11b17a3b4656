"""Who talks with whom, and how far each of them has come."""

from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument

SOMEBODY = "people.Profile"


class Conversation(models.Model):
    """Of two people, of whom there is one; or of a group."""

    pair = models.CharField(max_length=41, blank=True, editable=False)
    """Ids of the two, the lower first; empty for a group."""
    begun_by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, related_name="+")
    """Of a group: whoever may add people and name it."""
    begun_at = models.DateTimeField()
    last = models.BigIntegerField(default=0)
    """Id of the newest message."""
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_title = models.BinaryField(default=b"")
    title = SealedDocument(of=("place",))
    """What it is about; may be empty."""

    class Meta:
        ordering = ("-last", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["pair"], condition=~models.Q(pair=""), name="conversation_of_two_once"
            )
        ]

    def __str__(self) -> str:
        return f"conversation {self.pk}"

    @property
    def is_group(self) -> bool:
        return not self.pair


class Membership(models.Model):
    """Somebody in a conversation. What was said before `since` is not for her."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="memberships")
    profile = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    joined_at = models.DateTimeField()
    since = models.BigIntegerField(default=0)
    """Id of the newest message when she came in."""
    is_request = models.BooleanField(default=False)
    """Somebody whom she has nothing to do with began it, and she has not accepted."""
    is_quiet = models.BooleanField(default=False)
    """It came while a shield kept that person from her: she is not told, and nothing is counted."""
    declined_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    is_muted = models.BooleanField(default=False)
    put_away_to = models.BigIntegerField(default=0)
    """Off her list until something newer is said."""
    read_to = models.BigIntegerField(default=0)
    mailed_to = models.BigIntegerField(default=0)
    """Id of the newest message that a mail told of."""

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "profile"], name="member_of_conversation_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} in conversation {self.conversation_id}"


class MessageWishes(models.Model):
    """No row is: she shows what she has read."""

    profile = models.OneToOneField(
        SOMEBODY, models.CASCADE, primary_key=True, related_name="message_wishes"
    )
    shows_read = models.BooleanField(default=True)
    """Whoever does not show it does not see it of others."""

    class Meta:
        ordering = ("profile",)

    def __str__(self) -> str:
        return f"message wishes of {self.profile_id}"
