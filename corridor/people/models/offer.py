"""What somebody gives and what somebody seeks: mentorship, coaching, sponsorship."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.people.choices import Kind
from corridor.people.models.profile import Profile

MOST_PLACES = 20


class Offer(models.Model):
    profile = models.ForeignKey(Profile, models.CASCADE, related_name="offers")
    kind = models.CharField(max_length=7, choices=Kind)
    capacity = models.PositiveSmallIntegerField(
        _("How many people at once"), default=1, validators=[MaxValueValidator(MOST_PLACES)]
    )
    carries = models.PositiveSmallIntegerField(
        _("How many of them you have already, outside of this server"), default=0
    )
    carries_here = models.PositiveSmallIntegerField(default=0, editable=False)
    """How many she has here, told by the context that knows: `note_load`."""
    months = models.PositiveSmallIntegerField(
        _("For how many months"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )
    not_for = models.CharField(
        _("What you are not the right person for"), max_length=200, blank=True
    )

    class Meta:
        ordering = ("kind",)
        constraints = [
            models.UniqueConstraint(fields=["profile", "kind"], name="offer_one_of_each_kind"),
            models.CheckConstraint(
                name="offer_capacity_within_reason", condition=models.Q(capacity__lte=MOST_PLACES)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} by {self.profile_id}"

    @property
    def places(self) -> int:
        return max(0, self.capacity - self.carries - self.carries_here)


class OfferTopic(models.Model):
    """A need that she is comfortable to help with."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="topics")
    topic = models.CharField(max_length=60)

    class Meta:
        ordering = ("topic",)
        constraints = [
            models.UniqueConstraint(fields=["topic", "offer"], name="offer_topic_once"),
        ]

    def __str__(self) -> str:
        return self.topic


class Wish(models.Model):
    profile = models.ForeignKey(Profile, models.CASCADE, related_name="wishes")
    kind = models.CharField(max_length=7, choices=Kind)
    goal = models.CharField(_("What you hope for"), max_length=200, blank=True)

    class Meta:
        ordering = ("kind",)
        constraints = [
            models.UniqueConstraint(fields=["profile", "kind"], name="wish_one_of_each_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.profile_id}"


class WishTopic(models.Model):
    """A need."""

    wish = models.ForeignKey(Wish, models.CASCADE, related_name="topics")
    topic = models.CharField(max_length=60)

    class Meta:
        ordering = ("topic",)
        constraints = [
            models.UniqueConstraint(fields=["topic", "wish"], name="wish_topic_once"),
        ]

    def __str__(self) -> str:
        return self.topic


class Away(models.Model):
    """Days on which somebody takes nobody new on."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="away")
    starts_on = models.DateField(_("Away from"))
    ends_on = models.DateField(_("Back on"), null=True, blank=True)
    """The first day she is here again; open until she says so where there is none."""

    class Meta:
        ordering = ("starts_on", "pk")
        constraints = [
            models.CheckConstraint(
                name="away_ends_after_it_starts",
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gt=models.F("starts_on")),
                violation_error_message=_("The day back comes after the first day away."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} away from {self.starts_on}"
