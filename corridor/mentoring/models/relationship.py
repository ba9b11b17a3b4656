"""Two people who work together, and in which roles, from when to when."""

from typing import TYPE_CHECKING

from django.db import models

from corridor.mentoring.choices import Ending, OriginKind, State
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile

SOMEBODY = "people.Profile"
OPEN = (State.ACTIVE.value, State.PAUSED.value)


class Relationship(models.Model):
    """There is one at a time between a mentor and a mentee, whatever the roles."""

    mentee = models.ForeignKey(SOMEBODY, models.PROTECT, related_name="+")
    mentor = models.ForeignKey(SOMEBODY, models.PROTECT, related_name="+")
    state = models.CharField(max_length=6, choices=State, default=State.ACTIVE)
    opened_at = models.DateTimeField()
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_by = models.ForeignKey(
        SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    resumes_on = models.DateField(null=True, blank=True)
    """The day on which a pause is over by itself; None: whoever paused says so."""
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+")
    ending = models.CharField(max_length=8, choices=Ending, blank=True)
    origin = models.CharField(max_length=9, choices=OriginKind)
    programme_name = models.CharField(max_length=200, blank=True)
    programme_address = models.CharField(max_length=200, blank=True)
    """Programmes lie above: their names are written down as they were."""
    round_name = models.CharField(max_length=200, blank=True)
    until = models.DateField(null=True, blank=True)
    agreement_text = models.TextField(blank=True)
    """What the programme asked both to agree to, as it was then."""
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    cadence = models.CharField(max_length=200, blank=True)
    reminder_asked_at = models.DateTimeField(null=True, blank=True)
    """When whoever runs the programme last had the two reminded that they are silent."""
    change_offered_at = models.DateTimeField(null=True, blank=True)
    """When they last told both how to find somebody else or end it."""
    asks_reviews = models.BooleanField(default=True)
    """Whether both are asked at its beginning, half-way and at its end how it goes."""

    class Meta:
        ordering = ("-opened_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["mentor", "mentee"],
                condition=models.Q(state__in=OPEN),
                name="relationship_one_open_per_pair",
            ),
            models.CheckConstraint(
                condition=~models.Q(mentor=models.F("mentee")), name="relationship_with_another"
            ),
            models.CheckConstraint(
                condition=models.Q(state=State.ENDED, ended_at__isnull=False)
                | (~models.Q(state=State.ENDED) & models.Q(ended_at=None)),
                name="relationship_ended_with_its_time",
            ),
            models.CheckConstraint(
                condition=models.Q(state=State.PAUSED, paused_at__isnull=False)
                | (~models.Q(state=State.PAUSED) & models.Q(paused_at=None)),
                name="relationship_paused_with_its_time",
            ),
        ]
        indexes = [
            models.Index(fields=["mentor", "state"], name="relationships_of_mentor"),
            models.Index(fields=["mentee", "state"], name="relationships_of_mentee"),
        ]

    def __str__(self) -> str:
        return f"{self.mentor_id} with {self.mentee_id}, {self.state}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_paused(self) -> bool:
        return self.state == State.PAUSED

    def has(self, profile: "Profile") -> bool:
        return profile.pk in {self.mentor_id, self.mentee_id}

    def other_than(self, profile: "Profile") -> "Profile":
        return self.mentee if profile.pk == self.mentor_id else self.mentor

    def side_of(self, profile: "Profile") -> str:
        """As the machine of states calls her."""
        return "mentor" if profile.pk == self.mentor_id else "mentee"


class RoleSpan(models.Model):
    """One role that the senior has for the junior, as long as it lasts."""

    relationship = models.ForeignKey(Relationship, models.CASCADE, related_name="roles")
    role = models.CharField(max_length=7, choices=Kind)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("started_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "role"],
                condition=models.Q(ended_at=None),
                name="role_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at=None) | models.Q(ended_at__gte=models.F("started_at")),
                name="role_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} in {self.relationship_id}"
