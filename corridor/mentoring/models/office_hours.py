"""Office hours: times at which a mentor is there for whoever has a question, in turn."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models

from corridor.algorithms.careers import Phase
from corridor.kernel.sealed_document import SealedDocument
from corridor.mentoring.meeting_choices import Repeat
from corridor.mentoring.models.circle import Circle
from corridor.mentoring.models.relationship import SOMEBODY
from corridor.mentoring.office_choices import (
    STAGES,
    HoursState,
    Length,
    SittingState,
    TurnState,
    Whom,
)

if TYPE_CHECKING:
    from corridor.people.models import Profile

OPEN_SITTING = (SittingState.OPEN.value, SittingState.CLOSED.value)
HAS_TURN = (TurnState.QUEUED.value, TurnState.CALLED.value, TurnState.DONE.value)
"""These fill the places of a sitting; whoever was not there or withdrew leaves hers free."""
WAITS_FOR_TURN = (TurnState.WAITING.value, TurnState.QUEUED.value, TurnState.CALLED.value)


class OfficeHours(models.Model):
    """They are one place of whoever offers them, however many come."""

    code = models.UUIDField(default=uuid4, unique=True, editable=False)
    mentor = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    state = models.CharField(max_length=7, choices=HoursState, default=HoursState.OFFERED)
    whom = models.CharField(max_length=9, choices=Whom, default=Whom.VERIFIED)
    phase = models.CharField(
        max_length=7, choices=[(one.value, one.value) for one in Phase], blank=True
    )
    """For members of this part of the ladder; empty: of each."""
    circle = models.ForeignKey(
        Circle, models.CASCADE, null=True, blank=True, related_name="office_hours"
    )
    programme_name = models.CharField(max_length=200, blank=True)
    programme_address = models.CharField(max_length=200, blank=True)
    """Programmes lie above: their names are written down as they were."""
    first_at = models.DateTimeField()
    zone = models.CharField(max_length=64)
    """By whose clock the time of day stays the same, all year."""
    repeat_weeks = models.PositiveSmallIntegerField(choices=Repeat, default=Repeat.NEVER)
    last_on = models.DateField(null=True, blank=True)
    """The last day on which they may begin; None: until somebody ends them."""
    minutes = models.PositiveSmallIntegerField(choices=Length, default=Length.HOUR)
    places = models.PositiveSmallIntegerField()
    """Turns in one sitting."""
    sealed_words = models.BinaryField()
    words = SealedDocument(of=("code",))
    """{"topic": "...", "where": "https://..."}"""
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="ended", ended_at__isnull=False)
                | models.Q(state="offered", ended_at=None),
                name="office_hours_ended_with_their_time",
            ),
            models.CheckConstraint(
                condition=models.Q(whom="circle", circle__isnull=False)
                | (~models.Q(whom="circle") & models.Q(circle=None)),
                name="office_hours_of_a_circle_name_it",
            ),
        ]
        indexes = [models.Index(fields=["mentor", "state"], name="office_hours_of_mentor")]

    def __str__(self) -> str:
        return f"office hours {self.pk} of {self.mentor_id}"

    @property
    def topic(self) -> str:
        return str(self.words["topic"])

    @property
    def where(self) -> str:
        return str(self.words["where"])

    @property
    def stage(self) -> str:
        """In words; empty: each."""
        return str(STAGES.get(self.phase, ""))

    @property
    def is_offered(self) -> bool:
        return self.state == HoursState.OFFERED

    def is_of(self, profile: "Profile") -> bool:
        return self.mentor_id == profile.pk


class Sitting(models.Model):
    """One date of office hours, with its own queue."""

    hours = models.ForeignKey(OfficeHours, models.CASCADE, related_name="sittings")
    code = models.UUIDField(default=uuid4, unique=True, editable=False)
    """What calendars know it by."""
    state = models.CharField(max_length=9, choices=SittingState, default=SittingState.OPEN)
    starts_at = models.DateTimeField()
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    reminded_hours = models.PositiveSmallIntegerField(null=True, blank=True)
    """How many hours before it the last reminder is for."""

    class Meta:
        ordering = ("starts_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["hours", "starts_at"], name="sitting_once_a_time"),
            models.CheckConstraint(
                condition=models.Q(state__in=OPEN_SITTING, ended_at=None)
                | (~models.Q(state__in=OPEN_SITTING) & models.Q(ended_at__isnull=False)),
                name="sitting_ended_with_its_time",
            ),
        ]
        indexes = [models.Index(fields=["state", "starts_at"], name="sittings_by_time")]

    def __str__(self) -> str:
        return f"sitting {self.pk} of office hours {self.hours_id}"

    @property
    def is_waiting(self) -> bool:
        """It may still be held, or is being held."""
        return self.state in OPEN_SITTING

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.hours.minutes)


class Turn(models.Model):
    """Somebody's place in the queue of a sitting, or on its waiting list, and what she asks."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="turns")
    profile = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    code = models.UUIDField(default=uuid4, unique=True, editable=False)
    state = models.CharField(max_length=7, choices=TurnState, default=TurnState.WAITING)
    sealed_question = models.BinaryField()
    question = SealedDocument(of=("code",))
    may_be_answered_to_all = models.BooleanField(default=False)
    """Without her name, to everybody who signed up for this sitting."""
    sequence = models.PositiveIntegerField(default=0)
    """Of the entry in her calendar."""
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("asked_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["sitting", "profile"], name="turn_once_each"),
            models.UniqueConstraint(
                fields=["sitting"],
                condition=models.Q(state="called"),
                name="turn_of_one_at_a_time",
            ),
        ]
        indexes = [models.Index(fields=["profile", "state"], name="turns_of_somebody")]

    def __str__(self) -> str:
        return f"{self.profile_id} at sitting {self.sitting_id}, {self.state}"

    @property
    def may_come_back(self) -> bool:
        """She withdrew, or was not there."""
        return self.state in (TurnState.LEFT, TurnState.MISSED)

    def is_of(self, profile: "Profile") -> bool:
        return self.profile_id == profile.pk


class AnswerToAll(models.Model):
    """What a mentor says to one question, for everybody who signed up."""

    turn = models.OneToOneField(Turn, models.CASCADE, related_name="answer_to_all")
    code = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField()
    words = SealedDocument(of=("code",))
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"answer to turn {self.turn_id}, for all"
