from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class WiringConfig(AppConfig):
    name = "corridor.config"

    def ready(self) -> None:
        from corridor.config.subscriptions import ABOUT_PEOPLE_ABOVE, SUBSCRIPTIONS
        from corridor.kernel import events
        from corridor.people import higher_contexts

        events.connect(SUBSCRIPTIONS)
        higher_contexts.connect(ABOUT_PEOPLE_ABOVE)


class OperatingConfig(AdminConfig):
    default_site = "corridor.config.operating.OperatingSite"
