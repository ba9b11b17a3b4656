from django.apps import AppConfig


class WiringConfig(AppConfig):
    name = "corridor.config"

    def ready(self) -> None:
        from corridor.config.subscriptions import ABOUT_PEOPLE_ABOVE, SUBSCRIPTIONS
        from corridor.kernel import events
        from corridor.people import higher_contexts

        events.connect(SUBSCRIPTIONS)
        higher_contexts.connect(ABOUT_PEOPLE_ABOVE)
