"""Three to six people and one or two who lead them, and what they agreed on."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models

from corridor.kernel.sealed_document import SealedDocument
from corridor.mentoring.circle_choices import MOST_PLACES, CircleState, SeatState, Shape
from corridor.mentoring.models.relationship import SOMEBODY
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile

OPEN_CIRCLE = (CircleState.FORMING.value, CircleState.ACTIVE.value, CircleState.PAUSED.value)
TAKES_A_PLACE = (SeatState.INVITED.value, SeatState.IN.value)


class Circle(models.Model):
    """It is one place of each who leads it, however many sit in it."""

    code = models.UUIDField(default=uuid4, unique=True, editable=False)
    state = models.CharField(max_length=7, choices=CircleState, default=CircleState.FORMING)
    shape = models.CharField(max_length=8, choices=Shape, default=Shape.MENTORED)
    role = models.CharField(max_length=7, choices=Kind, default=Kind.MENTORSHIP)
    """In which those who lead it have it; it fills a place of that offer."""
    places = models.PositiveSmallIntegerField(default=MOST_PLACES)
    """For mentees; whoever leads is not counted."""
    is_listed = models.BooleanField(default=False)
    """Members find it, and may ask for a place."""
    sealed_words = models.BinaryField()
    words = SealedDocument(of=("code",))
    """{"name": "...", "purpose": "...", "rules": "..."}"""
    rules_version = models.PositiveSmallIntegerField(default=1)
    """Goes up when purpose or ground rules change: everybody agrees anew."""
    conversation = models.ForeignKey(
        "conversations.Conversation", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    programme_name = models.CharField(max_length=200, blank=True)
    programme_address = models.CharField(max_length=200, blank=True)
    """Programmes lie above: their names are written down as they were."""
    round_name = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    resumes_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="closed", closed_at__isnull=False)
                | (~models.Q(state="closed") & models.Q(closed_at=None)),
                name="circle_closed_with_its_time",
            ),
            models.CheckConstraint(
                condition=models.Q(state="paused", paused_at__isnull=False)
                | (~models.Q(state="paused") & models.Q(paused_at=None)),
                name="circle_paused_with_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"circle {self.pk}, {self.state}"

    @property
    def name(self) -> str:
        return str(self.words["name"])

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_CIRCLE

    @property
    def is_paused(self) -> bool:
        return self.state == CircleState.PAUSED


class Seat(models.Model):
    """Somebody in a circle, or who may come into it."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="seats")
    profile = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    leads = models.BooleanField(default=False)
    """As its mentor, or as the one who facilitates."""
    state = models.CharField(max_length=8, choices=SeatState, default=SeatState.WAITING)
    room = models.PositiveSmallIntegerField(null=True, blank=True)
    """Of one who leads: mentees whom she takes in a programme; counts where she makes no offer."""
    agreed_version = models.PositiveSmallIntegerField(default=0)
    """Of the ground rules; 0 before she said yes."""
    asked_at = models.DateTimeField()
    """Since when she waits, or was invited."""
    answer_by = models.DateTimeField(null=True, blank=True)
    joined_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-leads", "asked_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["circle", "profile"], name="seat_once_each"),
            models.CheckConstraint(
                condition=~models.Q(state="in") | models.Q(joined_at__isnull=False),
                name="seat_in_with_its_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="invited") | models.Q(answer_by__isnull=False),
                name="seat_invited_until",
            ),
        ]
        indexes = [
            models.Index(fields=["profile", "state"], name="seats_of_somebody"),
            models.Index(fields=["state", "answer_by"], name="seats_by_answer"),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} in circle {self.circle_id}, {self.state}"

    @property
    def is_in(self) -> bool:
        return self.state == SeatState.IN

    def is_of(self, profile: "Profile") -> bool:
        return self.profile_id == profile.pk
