"""Whether a mentor may be turned to, and if not, why, in words for whoever wants to."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.mentoring.models import OPEN as RELATIONSHIP_OPEN
from corridor.mentoring.models import FirstContact, Relationship
from corridor.mentoring.policies import may_work_together, places_left
from corridor.mentoring.states_of_contacts import OPEN, WAITING
from corridor.people import queries as people
from corridor.people.choices import FirstWords, Kind
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from corridor.people.models import Profile

A_WEEK = timedelta(days=7)
MOST_WAITING, MOST_A_WEEK = 3, 5
"""Hellos of one mentee."""
MOST_FOR_MENTOR = 8
"""Hellos that may wait for one mentor: more than she can read is no help to anybody."""


class WhyNot(StrEnum):
    APART = "apart"
    OFFERS_NOT = "offers_not"
    AWAY = "away"
    FULL = "full"
    BUSY = "busy"
    RESERVED = "reserved"
    OPEN = "open"
    TOGETHER = "together"
    WAITING = "waiting"
    WEEK = "week"


SENTENCES: Mapping[WhyNot, str | Promise] = {
    WhyNot.APART: _("This person cannot be asked at the moment."),
    WhyNot.OFFERS_NOT: _("This person does not offer that."),
    WhyNot.AWAY: _("Away at the moment: ask to be told of the return."),
    WhyNot.FULL: _("No room now: ask to be told when there is."),
    WhyNot.BUSY: _("Several hellos wait for an answer already: try again in some days."),
    WhyNot.RESERVED: _("This person takes first words only from people who are verified or known."),
    WhyNot.OPEN: _("You have a first contact with this person already."),
    WhyNot.TOGETHER: _("You work together already."),
    WhyNot.WAITING: _("Three of your hellos wait for an answer: withdraw one, or wait a little."),
    WhyNot.WEEK: _("Five hellos in a week are enough: go on next week."),
}


def why_not(mentee: "Profile", mentor: "Profile", *, role: Kind, now: datetime) -> WhyNot | None:
    """None where she may say hello."""
    today = now.date()
    if mentee.pk == mentor.pk or not may_work_together(mentor, mentee, today=today):
        return WhyNot.APART
    if not mentor.offers.filter(kind=role).exists():
        return WhyNot.OFFERS_NOT
    if people.is_away(mentor, today=today):
        return WhyNot.AWAY
    if people.shield_of(mentor.pk) is not None or not _wants_words_of(mentee, mentor, now):
        return WhyNot.RESERVED
    return _why_not_between(mentee, mentor, role) or _too_many(mentee, mentor, now)


def _why_not_between(mentee: "Profile", mentor: "Profile", role: Kind) -> WhyNot | None:
    pair = {"mentee": mentee, "mentor": mentor}
    if Relationship.objects.filter(state__in=RELATIONSHIP_OPEN, **pair).exists():
        return WhyNot.TOGETHER
    if FirstContact.objects.filter(state__in=OPEN, **pair).exists():
        return WhyNot.OPEN
    return None if places_left(mentor, role) else WhyNot.FULL


def _too_many(mentee: "Profile", mentor: "Profile", now: datetime) -> WhyNot | None:
    waiting = FirstContact.objects.filter(state__in=WAITING)
    if waiting.filter(mentor=mentor).count() >= MOST_FOR_MENTOR:
        return WhyNot.BUSY
    if waiting.filter(mentee=mentee).count() >= MOST_WAITING:
        return WhyNot.WAITING
    lately = FirstContact.objects.filter(mentee=mentee, sent_at__gt=now - A_WEEK)
    return WhyNot.WEEK if lately.count() >= MOST_A_WEEK else None


def _wants_words_of(mentee: "Profile", mentor: "Profile", now: datetime) -> bool:
    """As she chose for messages; her offer says that strangers may turn to her."""
    if not posts.strangers_among([mentee.pk], to=mentor.pk, now=now):
        return True
    wish = people.first_words_of([mentor.pk])[mentor.pk]
    if wish == FirstWords.VERIFIED:
        return bool(people.verified_among([mentee.pk], now=now))
    return wish != FirstWords.TIES
