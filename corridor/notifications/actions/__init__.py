"""What happens to notifications. Each raises by name what it refuses."""

from corridor.notifications.actions.answer_requests import (
    NoRequest,
    accept_requests,
    dismiss_requests,
)
from corridor.notifications.actions.dismiss import (
    NothingToDismiss,
    clear,
    dismiss,
    dismiss_group,
)
from corridor.notifications.actions.notify import let_through, notify, take_back
from corridor.notifications.actions.set_policy import set_policy

__all__ = [
    "NoRequest",
    "NothingToDismiss",
    "accept_requests",
    "clear",
    "dismiss",
    "dismiss_group",
    "dismiss_requests",
    "let_through",
    "notify",
    "set_policy",
    "take_back",
]
