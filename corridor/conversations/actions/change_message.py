"""Whoever wrote a message edits it or takes it back, for a quarter of an hour."""

from datetime import datetime

from django.db import transaction

from corridor.conversations import queries
from corridor.conversations.actions.send_message import (
    ConversationClosed,
    EmptyMessage,
    check_words,
)
from corridor.conversations.choices import place_of_file
from corridor.conversations.events import ConversationChanged
from corridor.conversations.models import Conversation
from corridor.conversations.queries.open_one import OpenConversation
from corridor.kernel import events
from corridor.posts.actions.look_elsewhere import forget_looks


class TooLateToChange(Exception):
    """It is not hers, is gone, or stands for longer than that."""


@transaction.atomic
def edit_message(
    message_id: int,
    *,
    text: str,
    kept_because: str = "",
    opened: OpenConversation,
    now: datetime,
) -> None:
    """What it said before is kept nowhere. Raises TooLateToChange or as `send_message`."""
    if opened.is_closed:  # else new words would reach somebody who keeps away
        raise ConversationClosed
    said = _own(message_id, opened, now)
    text = text.replace("\r\n", "\n").strip()
    if not text and not said.files:
        raise EmptyMessage
    check_words(text, by=opened.hers.profile, kept_because=kept_because, now=now)
    said.message.words = text
    said.message.edited_at = now
    said.message.save(update_fields=["sealed_words", "edited_at"])
    _tell(opened)


@transaction.atomic
def take_back_message(message_id: int, *, opened: OpenConversation, now: datetime) -> None:
    """Words and files are gone; that there was one stays. Raises TooLateToChange."""
    said = _own(message_id, opened, now)
    files = said.message.files.all()
    forget_looks(place_of_file(pk) for pk in files.values_list("pk", flat=True))
    files.delete()
    said.message.words = ""
    said.message.taken_back_at = now
    said.message.save(update_fields=["sealed_words", "taken_back_at"])
    _tell(opened)


def _own(message_id: int, opened: OpenConversation, now: datetime) -> queries.SaidMessage:
    Conversation.objects.select_for_update().get(pk=opened.conversation.pk)
    said = queries.own_message(opened, message_id, now=now)
    if said is None:
        raise TooLateToChange
    return said


def _tell(opened: OpenConversation) -> None:
    ids = (opened.hers.profile_id, *(one.pk for one in opened.others))
    events.publish(ConversationChanged(listener_ids=ids))
