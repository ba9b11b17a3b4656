from corridor.notifications.models.notification import Notification
from corridor.notifications.models.wishes import MailWishes, Permission, Policy

__all__ = ["MailWishes", "Notification", "Permission", "Policy"]
