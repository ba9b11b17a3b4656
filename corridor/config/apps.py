from django.apps import AppConfig


class WiringConfig(AppConfig):
    name = "corridor.config"

    def ready(self) -> None:
        from corridor.config.subscriptions import SUBSCRIPTIONS
        from corridor.kernel import events

        events.connect(SUBSCRIPTIONS)
