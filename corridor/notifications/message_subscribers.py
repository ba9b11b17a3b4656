"""Whom a message concerns; nothing of what it says is told."""

from corridor.conversations.events import ConversationRead, MessageSent
from corridor.notifications import actions
from corridor.notifications.choices import Kind
from corridor.notifications.policies import News


def tell_of_message(event: MessageSent) -> None:
    """The newest of each person: the conversation has all of them."""
    told = {Kind.MESSAGE: event.recipient_ids, Kind.MESSAGE_ASKED: event.asked_ids}
    for kind, ids in told.items():
        actions.notify(News(kind=kind, by=event.writer_id, at=event.at), to=ids)


def take_back_messages(event: ConversationRead) -> None:
    for kind in (Kind.MESSAGE, Kind.MESSAGE_ASKED):
        for writer_id in event.writer_ids:
            actions.take_back(kind, by=writer_id, recipient=event.reader_id)
