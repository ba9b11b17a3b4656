"""What can be chosen of meetings and reviews, for forms and models alike."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Side(TextChoices):
    """Which of the two somebody is in a relationship."""

    MENTEE = "mentee", _("Mentee")
    MENTOR = "mentor", _("Mentor")

    @property
    def other(self) -> "Side":
        return Side.MENTOR if self == Side.MENTEE else Side.MENTEE


class MeetingState(TextChoices):
    PROPOSED = "proposed", _("Times suggested")
    """One of the two has said when; the other has yet to choose."""
    AGREED = "agreed", _("Agreed")
    HELD = "held", _("Held")
    MISSED = "missed", _("Did not happen")
    CANCELLED = "cancelled", _("Called off")


class Way(TextChoices):
    """How the two meet."""

    VIDEO = "video", _("Video")
    PLACE = "place", _("In person")
    PHONE = "phone", _("Phone")


class Minutes(IntegerChoices):
    SHORT = 15, _("15 minutes")
    HALF = 30, _("30 minutes")
    HOUR = 60, _("1 hour")


class Repeat(IntegerChoices):
    """Weeks from one meeting to the next."""

    NEVER = 0, _("Once")
    WEEKLY = 1, _("Every week")
    FORTNIGHTLY = 2, _("Every two weeks")
    MONTHLY = 4, _("Every four weeks")


class Occasion(TextChoices):
    """When somebody is asked how it goes."""

    PULSE = "pulse", _("After a meeting")
    BASELINE = "baseline", _("At the start")
    MIDPOINT = "midpoint", _("Half-way")
    FINAL = "final", _("At the end")


class Pulse(IntegerChoices):
    """The one question after a meeting."""

    POOR = 1, _("Poor")
    FAIR = 2, _("Fair")
    GOOD = 3, _("Good")
    EXCELLENT = 4, _("Excellent")


class Area(TextChoices):
    """What a review can be about, in our own words; she chooses, and may add one of her own."""

    GOALS = "goals", _("Knowing what I want to reach")
    KNOWLEDGE = "knowledge", _("Learning what nobody writes down")
    FEEDBACK = "feedback", _("Feedback that I can use")
    CONTACTS = "contacts", _("Getting to know people who matter")
    OPENINGS = "openings", _("Chances I would not have had")
    CONFIDENCE = "confidence", _("Trust in what I can do")
    BALANCE = "balance", _("Work and the rest of my life")
    BELONGING = "belonging", _("Feeling that I belong")
    RESEARCH = "research", _("Research and writing")
    TIME = "time", _("Time for each other, and keeping to it")


class Level(IntegerChoices):
    """Of importance and of contentment, 1 to 5."""

    ONE = 1, _("1, not at all")
    TWO = 2, _("2, a little")
    THREE = 3, _("3, somewhat")
    FOUR = 4, _("4, a lot")
    FIVE = 5, _("5, very much")
