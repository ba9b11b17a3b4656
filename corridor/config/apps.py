from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class WiringConfig(AppConfig):
    name = "corridor.config"

    def ready(self) -> None:
        from corridor.background import routines
        from corridor.config.reminding import FINDERS
        from corridor.config.schedule import SCHEDULE
        from corridor.config.subscriptions import (
            ABOUT_PEOPLE_ABOVE,
            BENEATH_POSTS,
            COUNTS_ABSENCES,
            PROGRAMMES_OF,
            STAYS_IN,
            SUBSCRIPTIONS,
        )
        from corridor.kernel import events
        from corridor.mentoring import programmes_known
        from corridor.people import higher_contexts
        from corridor.posts import beneath
        from corridor.reminders import due

        events.connect(SUBSCRIPTIONS)
        routines.connect(SCHEDULE)
        higher_contexts.connect(ABOUT_PEOPLE_ABOVE)
        beneath.connect(BENEATH_POSTS)
        programmes_known.connect(PROGRAMMES_OF, COUNTS_ABSENCES, STAYS_IN)
        due.connect(FINDERS)


class OperatingConfig(AdminConfig):
    default_site = "corridor.config.operating.OperatingSite"
