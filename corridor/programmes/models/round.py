"""One cohort of a programme: who applied, what the director set, how far it has come."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.programmes.models.programme import Programme


class Round(models.Model):
    class State(models.TextChoices):
        OPEN = "open", _("Open for applications")
        REVIEW = "review", _("Under review")
        FINISHED = "finished", _("Finished")

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="rounds")
    name = models.CharField(_("Name"), max_length=60)
    state = models.CharField(_("State"), max_length=8, choices=State, default=State.OPEN)
    opens_on = models.DateField(_("Opens"))
    closes_on = models.DateField(_("Closes"))
    starts_on = models.DateField(_("First meetings"))
    ends_on = models.DateField(_("Ends"))
    settings = models.JSONField(default=dict, blank=True)
    """Options that the director changed; the rest are the defaults. See documents.py."""
    follows = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    """The round before: its approved matches are kept where both people apply again."""

    class Meta:
        ordering = ("-opens_on", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["programme", "name"], name="round_name_in_programme"),
            models.UniqueConstraint(
                fields=["programme"],
                condition=models.Q(state="review"),
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
        return self.state == self.State.REVIEW

    def set(self, **options: Any) -> None:
        """Options as documents; the others stay."""
        self.settings = {**self.settings, **options}
        self.save(update_fields=["settings"])

    def begin_review(self) -> None:
        self.state = self.State.REVIEW
        self.save(update_fields=["state"])

    def finish(self) -> None:
        self.state = self.State.FINISHED
        self.save(update_fields=["state"])
