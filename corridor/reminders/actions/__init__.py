"""What is done with reminders. Each raises by name what it refuses."""

from corridor.reminders.actions.answer_reminder import (
    LONGEST_QUIET,
    LinkUsed,
    NotADayAhead,
    answer_reminder,
)
from corridor.reminders.actions.choose_reminders import (
    UnknownKind,
    be_quiet_until,
    choose_reminders,
    hear_of_all_again,
)
from corridor.reminders.actions.send_due import send_due
from corridor.reminders.actions.send_timed import send_timed

__all__ = [
    "LONGEST_QUIET",
    "LinkUsed",
    "NotADayAhead",
    "UnknownKind",
    "answer_reminder",
    "be_quiet_until",
    "choose_reminders",
    "hear_of_all_again",
    "send_due",
    "send_timed",
]
