"""What happens to notifications. Each raises by name what it refuses."""

from corridor.notifications.actions.answer_requests import (
    NoRequest,
    accept_requests,
    dismiss_requests,
    forget_what_lay_apart,
    tell_what_lay_apart,
)
from corridor.notifications.actions.choose_mail import choose_mail, stop_mail
from corridor.notifications.actions.dismiss import (
    NothingToDismiss,
    clear,
    dismiss,
    dismiss_group,
)
from corridor.notifications.actions.mail_digests import mail_digests
from corridor.notifications.actions.mail_messages import mail_messages
from corridor.notifications.actions.mail_note import mail_note
from corridor.notifications.actions.mail_offer import mail_offer
from corridor.notifications.actions.notify import let_through, notify, take_back
from corridor.notifications.actions.set_policy import set_policy
from corridor.notifications.mail_tokens import UnknownToken

__all__ = [
    "NoRequest",
    "NothingToDismiss",
    "UnknownToken",
    "accept_requests",
    "choose_mail",
    "clear",
    "dismiss",
    "dismiss_group",
    "dismiss_requests",
    "forget_what_lay_apart",
    "let_through",
    "mail_digests",
    "mail_messages",
    "mail_note",
    "mail_offer",
    "notify",
    "set_policy",
    "stop_mail",
    "take_back",
    "tell_what_lay_apart",
]
