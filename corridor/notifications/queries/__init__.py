"""Readings of notifications. Whoever asks is who they are for."""

from corridor.notifications.mail_tokens import is_known as is_mail_token
from corridor.notifications.queries.hearing import who_hear
from corridor.notifications.queries.told import (
    MOST_COUNTED,
    mail_wishes,
    notifications,
    policy_of,
    posts_of,
    read_to,
    request_from,
    requests,
    told_of_post,
    unread_count,
)

__all__ = [
    "MOST_COUNTED",
    "is_mail_token",
    "mail_wishes",
    "notifications",
    "policy_of",
    "posts_of",
    "read_to",
    "request_from",
    "requests",
    "told_of_post",
    "unread_count",
    "who_hear",
]
