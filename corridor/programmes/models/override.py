"""What a person decided about a proposal: recorded once, never edited."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.matching.people import Role
from corridor.programmes.models.application import Application
from corridor.programmes.models.matching_run import MatchingRun

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models.proposal import Proposal

LONGEST_TEXT = 1000


class OverrideIsFinal(Exception):
    """The record is only ever added to."""


class Override(models.Model):
    class Kind(models.TextChoices):
        APPROVE = "approve", _("Approved")
        WITHDRAW = "withdraw", _("Approval withdrawn")
        SWAP = "swap", _("Swapped")
        FORBID = "forbid", _("Not these two")
        ALLOW = "allow", _("Possible again")
        HOLD = "hold", _("Held")
        RELEASE = "release", _("Left to the matching")
        NOTE = "note", _("Note")

    run = models.ForeignKey(MatchingRun, models.PROTECT, related_name="overrides")
    """The run that the director was looking at."""
    kind = models.CharField(max_length=8, choices=Kind)
    by = models.ForeignKey("people.Profile", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    mentee = models.ForeignKey(Application, models.PROTECT, related_name="+")
    mentor = models.ForeignKey(Application, models.PROTECT, related_name="+")
    role = models.CharField(max_length=7, choices=[(role.value, role.value) for role in Role])
    becomes = models.ForeignKey(Application, models.PROTECT, null=True, related_name="+")
    """The mentor given in place of ``mentor`` by a swap."""
    text = models.TextField(blank=True, max_length=LONGEST_TEXT)

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.CheckConstraint(
                name="override_names_another_mentor_iff_swap",
                condition=models.Q(kind="swap", becomes__isnull=False)
                | (~models.Q(kind="swap") & models.Q(becomes__isnull=True)),
            ),
            models.CheckConstraint(
                name="override_note_and_forbid_say_something",
                condition=~models.Q(kind__in=["note", "forbid"], text=""),
            ),
        ]

    def __str__(self) -> str:
        return f"override {self.pk} ({self.kind})"

    def save(self, **kwargs: Any) -> None:
        """Raises OverrideIsFinal for a row that is stored already."""
        if not self._state.adding:
            raise OverrideIsFinal
        super().save(**kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises OverrideIsFinal."""
        del args, kwargs
        raise OverrideIsFinal

    @classmethod
    def about(
        cls, pair: "Proposal | Override", *, kind: "Override.Kind", by: "Profile", at: datetime
    ) -> "Override":
        """The same two people in the same role; not stored yet."""
        return cls(
            run=pair.run,
            kind=kind,
            by=by,
            at=at,
            mentee_id=pair.mentee_id,
            mentor_id=pair.mentor_id,
            role=pair.role,
        )
