"""How somebody keeps people at a distance whom she does not know."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.people.choices import FirstWords, LetsThrough
from corridor.people.models.profile import Profile


class Shield(models.Model):
    """Up until it is lowered; a routine lowers those whose time is over."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="shields")
    raised_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True, db_index=True)
    """None: until she lowers it."""
    lowered_at = models.DateTimeField(null=True, blank=True)
    lets_through = models.CharField(
        _("Who still reaches you"),
        max_length=9,
        choices=LetsThrough,
        default=LetsThrough.RELATIONS,
    )
    is_slow = models.BooleanField(
        _("Slow replies: one from each person in fifteen minutes"), default=False
    )
    hides_counts = models.BooleanField(
        _("Nobody sees how often your posts are boosted, answered and liked"), default=True
    )

    class Meta:
        ordering = ("-raised_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["profile"],
                condition=models.Q(lowered_at=None),
                name="shield_up_once",
            ),
        ]

    def __str__(self) -> str:
        return f"shield of {self.profile_id}"


class ContactWishes(models.Model):
    """Who may write to her first; none is what the first choice says."""

    profile = models.OneToOneField(
        Profile, models.CASCADE, primary_key=True, related_name="contact_wishes"
    )
    first_words = models.CharField(
        _("Who may write to you first"),
        max_length=8,
        choices=FirstWords,
        default=FirstWords.REQUEST,
    )

    class Meta:
        ordering = ("profile",)

    def __str__(self) -> str:
        return f"{self.first_words} to {self.profile_id}"


class Acquaintance(models.Model):
    """She let somebody through to her: from then on that person is no stranger to her."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="acquaintances")
    other = models.ForeignKey(Profile, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["profile", "other"], name="acquainted_once"),
        ]

    def __str__(self) -> str:
        return f"{self.other_id} is known to {self.profile_id}"
