"""Two people of a round who are asked whether they want to work together."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.matching.people import Role
from corridor.kernel.sealed_document import SealedDocument
from corridor.programmes.models.application import Application
from corridor.programmes.models.matching_run import MatchingRun
from corridor.programmes.models.round import Round
from corridor.programmes.states import MATCH, OPEN_MATCH


class Match(models.Model):
    class State(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        ASKED = "asked", _("The mentor asked something")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        LAPSED = "lapsed", _("Not answered in time")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Cause(models.TextChoices):
        """Why it came to nothing; directors read it, the other side does not."""

        MENTOR = "mentor", _("The mentor said not now")
        MENTEE = "mentee", _("The mentee said no")
        SILENCE = "silence", _("No answer in time")
        FULL = "full", _("The mentor has no place left")
        DIRECTOR = "director", _("A director took it back")
        SERVED = "served", _("The mentee has found somebody")
        APART = "apart", _("The two are kept apart")

    round = models.ForeignKey(Round, models.CASCADE, related_name="matches")
    run = models.ForeignKey(MatchingRun, models.PROTECT, null=True, related_name="+")
    """The run that proposed it, or whose people it was chosen from."""
    mentee = models.ForeignKey(Application, models.PROTECT, related_name="+")
    mentor = models.ForeignKey(Application, models.PROTECT, related_name="+")
    role = models.CharField(max_length=7, choices=[(role.value, role.value) for role in Role])
    state = models.CharField(_("State"), max_length=9, choices=State, default=State.PROPOSED)
    cause = models.CharField(max_length=8, choices=Cause, blank=True)
    proposed_at = models.DateTimeField()
    answer_by = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    """When it was accepted or came to nothing."""
    needs_both = models.BooleanField(default=False)
    """Both sides have to say yes; otherwise the mentor's is enough."""
    mentee_agreed_at = models.DateTimeField(null=True)
    mentor_agreed_at = models.DateTimeField(null=True)
    after = models.OneToOneField(
        "self", models.SET_NULL, null=True, blank=True, related_name="next_best"
    )
    """The match that came to nothing before it."""
    relationship = models.ForeignKey(
        "mentoring.Relationship", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """What it became; a pair that has one already gets another role in it."""
    given_up_at = models.DateTimeField(null=True, blank=True)
    """That ended, and its mentee looks for somebody else in the round."""
    sealed_why = models.BinaryField()
    why = SealedDocument(of=("round_id", "mentee_id", "mentor_id", "role"))
    """`matching.Compatibility` as a document."""
    sealed_talk = models.BinaryField()
    talk = SealedDocument(of=("round_id", "mentee_id", "mentor_id", "role"))
    """`talk.Talk` as a document: what the mentor asked, the answer, a private reason."""

    class Meta:
        verbose_name_plural = "matches"
        ordering = ("proposed_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["round", "mentee", "mentor", "role"], name="match_nobody_asked_twice"
            ),
            models.CheckConstraint(
                name="match_between_two_people", condition=~models.Q(mentee=models.F("mentor"))
            ),
            models.CheckConstraint(
                name="match_ended_iff_closed",
                condition=models.Q(state__in=OPEN_MATCH, ended_at=None, cause="")
                | models.Q(state="accepted", ended_at__isnull=False, cause="")
                | (
                    models.Q(state__in=("declined", "lapsed", "withdrawn"), ended_at__isnull=False)
                    & ~models.Q(cause="")
                ),
            ),
        ]
        indexes = [models.Index(fields=["state", "answer_by"], name="match_by_answer")]

    def __str__(self) -> str:
        return f"match {self.pk} ({self.state})"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_MATCH

    def move(self, name: str, *, by: str) -> None:
        """Not stored. Raises MoveImpossible."""
        self.state = MATCH.after(self.state, name, by=by)

    def accept(self, *, by: str, at: datetime) -> None:
        """Raises MoveImpossible."""
        self.move("accept", by=by)
        self.ended_at = at
        self.save(update_fields=["state", "ended_at", "relationship"])

    def end(self, move: str, *, by: str, cause: "Match.Cause", at: datetime) -> None:
        """Raises MoveImpossible."""
        self.move(move, by=by)
        self.cause = cause
        self.ended_at = at
        self.save(update_fields=["state", "cause", "ended_at", "sealed_talk"])
