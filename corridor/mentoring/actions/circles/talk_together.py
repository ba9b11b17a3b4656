"""A circle has a conversation of its own; whoever joins or leaves it does so there too."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.conversations import actions as conversations
from corridor.conversations import queries as talks
from corridor.mentoring.models import Circle
from corridor.posts import actions as posting

if TYPE_CHECKING:
    from corridor.people.models import Profile

UNREACHED = (
    conversations.CannotReach,
    conversations.NobodyToTalkTo,
    conversations.NotYourGroup,
    conversations.TooManyPeople,
    posting.NotForStrangers,
    posting.TooManyFirstMessages,
)
"""Then the circle goes on without: nothing says who cannot be reached."""


def talk_together(held: Circle, people: Sequence["Profile"], *, now: datetime) -> None:
    """The first of them keeps it."""
    try:
        made = conversations.open_conversation(
            members=people[1:], about=held.name[:60], by=people[0], now=now
        )
    except UNREACHED:
        return
    held.conversation = made
    held.save(update_fields=["conversation"])


def let_talk(held: Circle, profile: "Profile", *, now: datetime) -> None:
    keeper = held.conversation.begun_by if held.conversation else None
    if held.conversation is None or keeper is None:
        return
    opened = talks.conversation(held.conversation.pk, viewer=keeper, now=now)
    if opened is not None:
        try:
            conversations.add_people([profile], opened=opened, by=keeper, now=now)
        except UNREACHED:
            return


def stop_talking(held: Circle, profile: "Profile", *, now: datetime) -> None:
    if held.conversation is None:
        return
    opened = talks.conversation(held.conversation.pk, viewer=profile, now=now)
    if opened is not None:
        conversations.leave_conversation(opened=opened, by=profile, now=now)
