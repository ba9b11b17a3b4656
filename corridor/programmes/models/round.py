"""One cohort of a programme: who applied, what the director set, how far it has come."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.programmes.choices import RoundState
from corridor.programmes.models.programme import Programme
from corridor.programmes.states import ROUND

REVIEWED = ("closed", "matching", "review")
"""States in which its directors have it on the review board."""


class Round(models.Model):
    State = RoundState

    class Mode(models.TextChoices):
        """How its matches come about."""

        POOL = "pool", _("Best for everybody")
        RANKS = "ranks", _("Mentees rank mentors")
        SUGGESTIONS = "mutual", _("Suggestions, and both say yes")
        CHOICE = "choice", _("Directors choose")

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="rounds")
    name = models.CharField(_("Name"), max_length=60)
    state = models.CharField(_("State"), max_length=9, choices=State, default=State.OPEN)
    mode = models.CharField(_("How matches come about"), max_length=7, choices=Mode, default="pool")
    suggestions = models.PositiveSmallIntegerField(_("Suggestions for each"), default=3)
    """In a round of suggestions, so many for each side at most."""
    asks_before_next = models.BooleanField(_("A director looks at each next best"), default=False)
    """Otherwise the next best mentor is asked at once when one says no or nothing."""
    opens_on = models.DateField(_("Opens"))
    closes_on = models.DateField(_("Closes"))
    starts_on = models.DateField(_("First meetings"))
    ends_on = models.DateField(_("Ends"))
    settings = models.JSONField(default=dict, blank=True)
    """Options that the director changed; the rest are the defaults. See documents.py."""
    is_being_matched = False
    matching_failed = False
    is_being_published = False
    """They are true only where `queries.round_to_review` read the round."""
    follows = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    """The round before: its approved matches are kept where both people apply again."""

    class Meta:
        ordering = ("-opens_on", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["programme", "name"], name="round_name_in_programme"),
            models.UniqueConstraint(
                fields=["programme"],
                condition=models.Q(state__in=REVIEWED),
                name="round_one_under_review",
            ),
            models.CheckConstraint(
                name="round_dates_in_order",
                condition=models.Q(opens_on__lte=models.F("closes_on"))
                & models.Q(closes_on__lte=models.F("starts_on"))
                & models.Q(starts_on__lte=models.F("ends_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme.name}, {self.name}"

    @property
    def is_under_review(self) -> bool:
        return self.state in REVIEWED

    @property
    def is_told(self) -> bool:
        return self.state in {self.State.PUBLISHED, self.State.RUNNING, self.State.FINISHED}

    def set(self, **options: Any) -> None:
        """Options as documents; the others stay."""
        self.settings = {**self.settings, **options}
        self.save(update_fields=["settings"])

    def move(self, name: str, *, by: str) -> None:
        """Raises MoveImpossible."""
        self.state = ROUND.after(self.state, name, by=by)
        self.save(update_fields=["state"])
