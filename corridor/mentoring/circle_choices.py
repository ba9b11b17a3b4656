"""What can be chosen of circles, for forms and models alike."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

FEWEST_PLACES, MOST_PLACES = 3, 6
FEWEST_TO_BEGIN = 2
"""Mentees who have said yes, beside a mentor: a circle is more than a pair."""


class CircleState(TextChoices):
    FORMING = "forming", _("Forming")
    ACTIVE = "active", _("Active")
    PAUSED = "paused", _("Paused")
    CLOSED = "closed", _("Closed")


class Shape(TextChoices):
    MENTORED = "mentored", _("Mentees with a mentor")
    PEER = "peer", _("Peers with somebody who facilitates")


class SeatState(TextChoices):
    WAITING = "waiting", _("On the waiting list")
    INVITED = "invited", _("Invited")
    IN = "in", _("In")
    DECLINED = "declined", _("Said no")
    LAPSED = "lapsed", _("Did not answer in time")
    LEFT = "left", _("Left")
