from corridor.reminders.models.sent import ReminderAnswer, SentReminder
from corridor.reminders.models.wishes import ReminderWishes, SwitchedOff

__all__ = ["ReminderAnswer", "ReminderWishes", "SentReminder", "SwitchedOff"]
