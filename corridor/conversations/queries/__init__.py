"""Readings of conversations. Each says whose: nobody reads one that she is not in."""

from corridor.conversations.queries.last_signs import last_written
from corridor.conversations.queries.lists import (
    Line,
    Shelf,
    conversations,
    requests_waiting,
    unread,
)
from corridor.conversations.queries.mails import (
    LongUnread,
    WaitingMail,
    long_unread,
    waiting_for_mail,
)
from corridor.conversations.queries.open_one import (
    OpenConversation,
    conversation,
    conversation_between,
    shows_read,
)
from corridor.conversations.queries.said import (
    SaidMessage,
    Stretch,
    chosen,
    file_for,
    messages,
    own_message,
    search,
    unsent_files,
    whole,
)

__all__ = [
    "Line",
    "LongUnread",
    "OpenConversation",
    "SaidMessage",
    "Shelf",
    "Stretch",
    "WaitingMail",
    "chosen",
    "conversation",
    "conversation_between",
    "conversations",
    "file_for",
    "last_written",
    "long_unread",
    "messages",
    "own_message",
    "requests_waiting",
    "search",
    "shows_read",
    "unread",
    "unsent_files",
    "waiting_for_mail",
    "whole",
]
