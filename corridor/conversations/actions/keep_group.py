"""Who is in a group, and what it is called."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.conversations.actions.open_conversation import (
    NobodyToTalkTo,
    TitleTooLong,
    TooManyPeople,
    let_in,
)
from corridor.conversations.actions.send_message import say
from corridor.conversations.choices import LONGEST_TITLE, MOST_PEOPLE, Kind
from corridor.conversations.events import ConversationChanged
from corridor.conversations.models import Conversation, Membership
from corridor.conversations.queries.open_one import OpenConversation
from corridor.kernel import events

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotYourGroup(Exception):
    """Somebody else keeps it, or it is of two people."""


class NoGroup(Exception):
    """Two people do not leave: they put it away, or one blocks the other."""


@transaction.atomic
def add_people(
    members: Collection["Profile"], *, opened: OpenConversation, by: "Profile", now: datetime
) -> None:
    """They read what is said from now on. Raises NotYourGroup, or as `open_conversation`."""
    if not opened.is_hers_to_keep:
        raise NotYourGroup
    held = Conversation.objects.select_for_update().get(pk=opened.conversation.pk)
    rows = Membership.objects.filter(conversation=held, left_at=None).order_by()
    there = set(rows.values_list("profile", flat=True))
    new = {one.pk: one for one in members if one.pk not in there}
    if not new:
        raise NobodyToTalkTo
    if len(there) + len(new) > MOST_PEOPLE:
        raise TooManyPeople
    let_in(held, sorted(new), by=by, now=now)
    for pk in sorted(new):
        say(held, "", by=new[pk], now=now, kind=Kind.CAME)
    _tell(opened)


@transaction.atomic
def name_group(title: str, *, opened: OpenConversation) -> None:
    """Raises NotYourGroup or TitleTooLong."""
    if not opened.is_hers_to_keep:
        raise NotYourGroup
    if len(title) > LONGEST_TITLE:
        raise TitleTooLong
    opened.conversation.title = title.strip()
    opened.conversation.save(update_fields=["sealed_title"])
    _tell(opened)


@transaction.atomic
def leave_conversation(*, opened: OpenConversation, by: "Profile", now: datetime) -> None:
    """She reads it no longer; the others are told that she left. Raises NoGroup."""
    if not opened.conversation.is_group:
        raise NoGroup
    held = Conversation.objects.select_for_update().get(pk=opened.conversation.pk)
    left = Membership.objects.filter(pk=opened.hers.pk, left_at=None).update(left_at=now)
    if left and not opened.hers.is_request:
        say(held, "", by=by, now=now, kind=Kind.LEFT)
    pass_on(held)
    _tell(opened)


def pass_on(held: Conversation) -> None:
    """Of a group whose keeper left, whoever has been in it longest keeps it; of nobody, it goes."""
    there = Membership.objects.filter(conversation=held, left_at=None)
    if not there.exists():
        held.delete()
        return
    if there.filter(profile=held.begun_by_id).exists():
        return
    longest = there.order_by("is_request", "joined_at", "pk").first()
    held.begun_by_id = longest.profile_id if longest else None
    held.save(update_fields=["begun_by"])


def _tell(opened: OpenConversation) -> None:
    events.publish(ConversationChanged(listener_ids=tuple(one.pk for one in opened.others)))
