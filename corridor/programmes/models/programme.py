"""What brings mentors and mentees together on purpose, known by its hashtag."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.matching.people import Role
from corridor.programmes.choices import LARGEST_CAPACITY, Admission, Cadence, LateHours

PLACES = 50_000


class Programme(models.Model):
    class State(models.TextChoices):
        DRAFT = "draft", _("Being set up")
        ACTIVE = "active", _("Active")
        ARCHIVED = "archived", _("Archived")

    slug = models.SlugField(_("Address"), max_length=60, unique=True)
    name = models.CharField(_("Name"), max_length=120)
    hashtag = models.CharField(
        _("Hashtag"),
        max_length=60,
        validators=[RegexValidator(r"^\w+\Z", _("Letters and digits, without #."))],
    )
    description = models.TextField(_("What it is"), max_length=3000)
    for_whom = models.CharField(_("For whom"), max_length=500, blank=True)
    template = models.CharField(max_length=20, default="society")
    """The name of one of `templates_of_programmes`: what was not changed comes from it."""
    state = models.CharField(max_length=8, choices=State, default=State.ACTIVE)
    time_zone = models.CharField(_("Time zone"), max_length=64, default="UTC")
    """Where its dates begin and end."""
    admission = models.CharField(
        _("Who gets in"), max_length=10, choices=Admission, default=Admission.OPEN
    )
    domains = models.TextField(_("E-mail domains"), max_length=2000, blank=True)
    """One a line, for admission by membership."""
    rosters = models.TextField(_("Rosters"), max_length=2000, blank=True)
    """Names of rosters, one a line, for admission by membership."""
    places = models.PositiveIntegerField(
        _("Places in all"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(PLACES)],
    )
    """Mentees who are let in to one round; None for as many as come."""
    both_sides = models.BooleanField(_("Mentee and mentor at once"), default=False)
    """Somebody may look for a mentor in one thing and be one in another."""
    role = models.CharField(
        max_length=7, choices=[(role.value, role.value) for role in Role], default=Role.MENTOR.value
    )
    """What matches are for, where an application does not say."""
    mentor_capacity = models.PositiveSmallIntegerField(
        _("Mentees a mentor takes at most"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(LARGEST_CAPACITY)],
    )
    answer_days = models.PositiveSmallIntegerField(
        _("Days a mentor has to answer"),
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )
    cadence = models.CharField(
        _("How often two people meet"), max_length=9, choices=Cadence, default=Cadence.MONTHLY
    )
    meeting_minutes = models.PositiveSmallIntegerField(
        _("Minutes of a meeting"),
        default=45,
        validators=[MinValueValidator(10), MaxValueValidator(240)],
    )
    months = models.PositiveSmallIntegerField(
        _("Months a match lasts"),
        default=6,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )
    asks_how_it_went = models.BooleanField(_("Ask both how it goes"), default=True)
    """At the beginning, half-way and at the end of each match."""
    counts_absences = models.BooleanField(_("Count meetings that somebody misses"), default=False)
    counts_late_hours = models.PositiveSmallIntegerField(
        _("Count meetings that are called off late"), choices=LateHours, default=LateHours.NEVER
    )
    counts_silence = models.BooleanField(_("Count matches that nobody answers"), default=False)
    absences_count_since = models.DateTimeField(null=True, blank=True, editable=False)
    lateness_counts_since = models.DateTimeField(null=True, blank=True, editable=False)
    silence_counts_since = models.DateTimeField(null=True, blank=True, editable=False)
    """When each was switched on last: nothing before counts. None: it was on from the start."""
    counts_first_days = models.PositiveSmallIntegerField(
        _("How often before a notice"),
        default=2,
        validators=[MinValueValidator(2), MaxValueValidator(10)],
    )
    counts_months = models.PositiveSmallIntegerField(
        _("Months after which it is forgotten"),
        default=6,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
    )
    break_days = models.PositiveSmallIntegerField(
        _("Days of a break"),
        default=30,
        validators=[MinValueValidator(7), MaxValueValidator(90)],
    )
    concerns_to = models.ForeignKey(
        "people.Profile", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """Who of the team hears concerns; None: whoever leads it longest."""
    account = models.OneToOneField(
        "people.Profile", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """What it answers posts with, once it was published."""
    answers_publicly = models.BooleanField(_("Answers posts where everybody reads"), default=True)
    """Once a person, besides the mail; see `actions.answering`."""
    part_of = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="parts"
    )
    """The programme whose figures count this one, too."""

    class Meta:
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(
                Lower("hashtag"),
                condition=models.Q(state="active"),
                name="programme_hashtag_once_among_active",
            ),
            models.CheckConstraint(
                condition=models.Q(part_of=None) | ~models.Q(part_of=models.F("pk")),
                name="programme_is_no_part_of_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_consequences(self) -> bool:
        """Something follows there for who does not come, calls off late or falls silent."""
        return bool(self.counts_absences or self.counts_late_hours or self.counts_silence)

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_active(self) -> bool:
        return self.state == self.State.ACTIVE

    @property
    def is_archived(self) -> bool:
        return self.state == self.State.ARCHIVED

    def go(self, state: "Programme.State") -> None:
        self.state = state
        self.save(update_fields=["state"])
