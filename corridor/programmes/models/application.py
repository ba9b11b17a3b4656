"""What somebody who wants to take part in a round says, for one side of it."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.kernel.sealed_document import SealedDocument
from corridor.programmes import choices
from corridor.programmes import states_of_applications as states
from corridor.programmes.models.form import FormVersion
from corridor.programmes.models.round import Round

if TYPE_CHECKING:
    from corridor.people.models import Profile


class Application(models.Model):
    Side = choices.Side

    class State(models.TextChoices):
        DRAFT = states.DRAFT, _("Draft")
        SENT = states.SENT, _("Waiting for admission")
        IN = states.IN, _("In")
        DECLINED = states.DECLINED, _("Declined")
        WITHDRAWN = states.WITHDRAWN, _("Withdrawn")

    round = models.ForeignKey(Round, models.CASCADE, related_name="applications")
    profile = models.ForeignKey("people.Profile", models.PROTECT, related_name="+")
    side = models.CharField(_("Side"), max_length=6, choices=Side)
    state = models.CharField(_("State"), max_length=9, choices=State, default=State.DRAFT)
    """Only who is in is matched, counted and shown to directors as taking part."""
    applied_at = models.DateTimeField()
    """When it was sent; of a draft, when it was begun."""
    takes_no_more_at = models.DateTimeField(null=True)
    """A mentor said that she takes nobody else in this round; matches she has stay."""
    waited = models.PositiveSmallIntegerField(default=0)
    """Rounds before this one in which she was in and got nobody."""
    sealed_answers = models.BinaryField()
    form_version = models.ForeignKey(
        FormVersion, models.PROTECT, null=True, blank=True, related_name="applications"
    )
    """What she was asked; None for what came from a file or before there were forms."""
    answers = SealedDocument(of=("round_id", "profile_id"))
    """`answers.Answers` as a document; a person in it is named by her handle. It tells what
    somebody has lived through, where she said so."""
    sealed_form = models.BinaryField(default=b"")
    form = SealedDocument(of=("round_id", "profile_id", "side"))
    """What she answered in words: the version of the form, and her answer to each question."""

    class Meta:
        ordering = ("applied_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["round", "profile", "side"],
                name="application_one_per_person_and_side",
            ),
        ]

    def __str__(self) -> str:
        return f"application {self.pk} ({self.side})"

    @property
    def is_in(self) -> bool:
        return self.state == self.State.IN

    @property
    def written(self) -> dict[str, Any]:
        """Empty where nobody filled in a form: from before, or from a file."""
        return self.form if self.sealed_form else {}

    def move(self, name: str, *, who: str, by: "Profile | None", at: datetime) -> "ApplicationMove":
        """Call with the row held. ``by`` is None where a place came free. Raises MoveImpossible."""
        self.state = states.APPLICATION.after(self.state, name, by=who)
        self.save(update_fields=["state"])
        return self.moves.create(name=name, state=self.state, by=by, at=at)


class ApplicationMove(models.Model):
    """A step of an application: which, when, by whom. Only ever added to."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="moves")
    name = models.CharField(max_length=12)
    state = models.CharField(max_length=9, choices=Application.State)
    """Where it led."""
    by = models.ForeignKey(
        "people.Profile", models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()
    sealed_reason = models.BinaryField(default=b"")
    reason = SealedDocument(of=("application_id", "name"))
    """What the team told her, where it gave one."""

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.name} of application {self.application_id}"
