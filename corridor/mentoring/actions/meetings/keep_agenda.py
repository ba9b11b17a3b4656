"""What the two want to talk about; it stays on the agenda until it is done."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring.actions.hold_relationship import hold_active
from corridor.mentoring.actions.meetings.hold_meeting import side_of
from corridor.mentoring.meeting_choices import MeetingState
from corridor.mentoring.models import AgendaItem, Meeting

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_ITEM = 300
MOST_OPEN = 30


class NothingSaid(Exception):
    """An item of an agenda has words."""


class AgendaFull(Exception):
    """Thirty items are open."""


class NoSuchItem(Exception):
    """It was taken out, or stands on no agenda of hers."""


class NotYourItem(Exception):
    """Whoever brought it up takes it out."""


@transaction.atomic
def add_item(words: str, *, relationship_id: int, by: "Profile", now: datetime) -> AgendaItem:
    """Raises NotYourRelationship, NotOpen, Resting, NothingSaid or AgendaFull."""
    relationship = hold_active(relationship_id, by=by)
    words = " ".join(words.split())[:LONGEST_ITEM]
    if not words:
        raise NothingSaid
    if AgendaItem.objects.filter(relationship=relationship, done_at=None).count() >= MOST_OPEN:
        raise AgendaFull

    item = AgendaItem(relationship=relationship, side=side_of(relationship, by), added_at=now)
    item.words = words
    item.save()
    return item


@transaction.atomic
def set_done(item_id: int, *, is_done: bool, by: "Profile", now: datetime) -> AgendaItem:
    """By either; it belongs to the meeting at hand. Raises NoSuchItem, NotOpen or Resting."""
    item = _hold(item_id, by)
    if is_done:
        item.done_at, item.done_in = now, _meeting_at_hand(item, now)
    else:
        item.done_at, item.done_in = None, None
    item.save(update_fields=["done_at", "done_in"])
    return item


@transaction.atomic
def remove_item(item_id: int, *, by: "Profile") -> None:
    """Raises NoSuchItem, NotYourItem, NotOpen or Resting."""
    item = _hold(item_id, by)
    if item.side != side_of(item.relationship, by):
        raise NotYourItem
    item.delete()


def _hold(item_id: int, by: "Profile") -> AgendaItem:
    found = AgendaItem.objects.select_related("relationship").filter(pk=item_id).first()
    if found is None or not found.relationship.has(by):
        raise NoSuchItem
    hold_active(found.relationship_id, by=by)
    held = AgendaItem.objects.select_for_update().filter(pk=item_id).first()
    if held is None:
        raise NoSuchItem
    held.relationship = found.relationship
    return held


def _meeting_at_hand(item: AgendaItem, now: datetime) -> Meeting | None:
    """The last that began, else the next that comes."""
    rows = Meeting.objects.filter(
        relationship=item.relationship, state__in=[MeetingState.AGREED, MeetingState.HELD]
    )
    began = rows.filter(starts_at__lte=now).order_by("-starts_at", "-pk").first()
    return began or rows.order_by("starts_at", "pk").first()
