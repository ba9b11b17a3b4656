"""Each of the two says a last word once it is over."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring.actions.hold_relationship import hold_relationship
from corridor.mentoring.actions.tell_other import tell_other
from corridor.mentoring.models import Thanks

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_THANKS = 1000


class NotOver(Exception):
    """The two still work together."""


class ThankedAlready(Exception):
    """She said her thanks."""


class NoThanks(Exception):
    """Nothing is written."""


class ThanksTooLong(Exception):
    """It is longer than a last word."""


@transaction.atomic
def say_thanks(relationship_id: int, words: str, *, by: "Profile", now: datetime) -> Thanks:
    """Raises NotYourRelationship, NotOver, ThankedAlready, NoThanks or ThanksTooLong."""
    held = hold_relationship(relationship_id, by=by, is_over=True)
    if held.is_open:
        raise NotOver
    if held.thanks.filter(by=by).exists():
        raise ThankedAlready
    if not words.strip():
        raise NoThanks
    if len(words) > LONGEST_THANKS:
        raise ThanksTooLong
    said = Thanks(relationship=held, by=by, at=now)
    said.words = words.strip()
    said.save()
    tell_other(held, by=by, now=now)
    return said
