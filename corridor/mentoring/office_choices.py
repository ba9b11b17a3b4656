"""What can be chosen of office hours, for forms and models alike."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.careers import Phase

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

FEWEST_TURNS, MOST_TURNS = 1, 12
"""Of one sitting."""
STAGES: Mapping[str, "StrPromise"] = {
    Phase.STUDENT.value: _("Students and applicants"),
    Phase.TRAINEE.value: _("Residents and fellows"),
    Phase.FACULTY.value: _("Attendings and faculty"),
    Phase.OUTSIDE.value: _("Outside clinical training"),
}


class Whom(TextChoices):
    """Who may sign up, besides being kept apart from nobody there."""

    VERIFIED = "verified", _("Members who are verified")
    PROGRAMME = "programme", _("A programme that I take part in")
    CIRCLE = "circle", _("A circle that I lead")


class Length(IntegerChoices):
    HALF = 30, _("30 minutes")
    HOUR = 60, _("1 hour")
    LONG = 90, _("1½ hours")
    TWO = 120, _("2 hours")


class HoursState(TextChoices):
    OFFERED = "offered", _("Offered")
    ENDED = "ended", _("Ended")


class SittingState(TextChoices):
    OPEN = "open", _("Sign-up is open")
    CLOSED = "closed", _("Sign-up is closed")
    HELD = "held", _("Over")
    CANCELLED = "cancelled", _("Called off")


class TurnState(TextChoices):
    WAITING = "waiting", _("On the waiting list")
    QUEUED = "queued", _("In the queue")
    CALLED = "called", _("Has her turn now")
    DONE = "done", _("Had her turn")
    MISSED = "missed", _("Was not there")
    LEFT = "left", _("Withdrew")
    OVER = "over", _("Not reached")
