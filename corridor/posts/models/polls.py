"""Questions with answers to choose from."""

from django.db import models

from corridor.posts.models.post import Post

LONGEST_OPTION = 100


class Poll(models.Model):
    post = models.OneToOneField(Post, models.CASCADE, related_name="poll")
    closes_at = models.DateTimeField(null=True, blank=True)
    is_multiple = models.BooleanField(default=False)
    hides_totals = models.BooleanField(default=False)
    """Until it closes."""
    closed_at = models.DateTimeField(null=True, blank=True)
    """When those who voted were told how it ended; none of them is told twice."""
    voters = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("pk",)
        indexes = [
            models.Index(
                fields=["closes_at"],
                name="poll_to_close",
                condition=models.Q(closed_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"Poll of {self.post_id}"


class PollOption(models.Model):
    poll = models.ForeignKey(Poll, models.CASCADE, related_name="options")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=LONGEST_OPTION)
    votes = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["poll", "position"], name="option_place")]

    def __str__(self) -> str:
        return self.title


class Vote(models.Model):
    option = models.ForeignKey(PollOption, models.CASCADE, related_name="cast")
    profile = models.ForeignKey("people.Profile", models.CASCADE, related_name="votes")
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["profile", "option"], name="vote_once")]

    def __str__(self) -> str:
        return f"{self.profile_id} for {self.option_id}"
