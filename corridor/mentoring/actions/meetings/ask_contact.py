"""Two were brought together and nothing shows that they met: each is asked once, by one click."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.reminders.table import OF, Kind
from corridor.kernel import events
from corridor.mentoring import meeting_letters
from corridor.mentoring.choices import State
from corridor.mentoring.events import ContactAsked
from corridor.mentoring.meeting_calendar import person_on
from corridor.mentoring.meeting_choices import Side
from corridor.mentoring.models import ContactCheck, Meeting, Relationship

if TYPE_CHECKING:
    from corridor.people.models import Profile

AFTER, AT_LATEST = OF[Kind.FIRST_MEETING].after, timedelta(days=30)


class NotAsked(Exception):
    """She was not asked, or has answered."""


def ask_contact(*, now: datetime) -> int:
    """How many people were asked. Whoever arranged anything here is not."""
    silent = Relationship.objects.filter(
        state=State.ACTIVE, opened_at__lte=now - AFTER, opened_at__gt=now - AT_LATEST
    ).exclude(pk__in=Meeting.objects.values("relationship"))
    unasked = silent.exclude(pk__in=ContactCheck.objects.values("relationship"))
    people = ("mentor__account", "mentee__account")
    return sum(_ask(one, now) for one in unasked.select_related(*people).order_by("pk"))


@transaction.atomic
def answer_contact(
    check_id: int, *, is_in_touch: bool, by: "Profile", now: datetime
) -> ContactCheck:
    """A no is passed on kindly: the other one reads that she would like to hear from her.

    Raises NotAsked.
    """
    check = (
        ContactCheck.objects.select_for_update(of=("self",))
        .select_related("relationship__mentor__account", "relationship__mentee__account")
        .filter(pk=check_id, answered_at=None)
        .first()
    )
    if check is None or person_on(check.relationship, Side(check.side)).pk != by.pk:
        raise NotAsked
    check.is_in_touch, check.answered_at = is_in_touch, now
    check.save(update_fields=["is_in_touch", "answered_at"])
    if not is_in_touch and check.relationship.is_open and not check.relationship.is_paused:
        _pass_on(check, by)
    return check


@transaction.atomic
def _ask(relationship: Relationship, now: datetime) -> int:
    for side in Side:
        _check, is_new = ContactCheck.objects.get_or_create(
            relationship=relationship, side=side, defaults={"asked_at": now}
        )
        if is_new:
            reader, other = person_on(relationship, side), person_on(relationship, side.other)
            _publish(relationship, by=other, to=reader, now=now)
    return len(Side)


def _pass_on(check: ContactCheck, by: "Profile") -> None:
    """Unless the other one said the same: then both know."""
    side = Side(check.side).other
    theirs = ContactCheck.objects.filter(relationship=check.relationship, side=side).first()
    if theirs is not None and theirs.is_in_touch is False:
        return
    other = person_on(check.relationship, side)
    meeting_letters.pass_on_wish(check.relationship, reader=other, other=by)


def _publish(relationship: Relationship, *, by: "Profile", to: "Profile", now: datetime) -> None:
    events.publish(ContactAsked(relationship_id=relationship.pk, by_id=by.pk, to_id=to.pk, at=now))
