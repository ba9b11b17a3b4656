from django.apps import AppConfig


class MastodonApiConfig(AppConfig):
    name = "corridor.mastodon_api"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from allauth.account.signals import password_changed, password_reset, password_set

        from corridor.mastodon_api.subscribers import sign_out_with_password

        for signal in (password_changed, password_reset, password_set):
            signal.connect(sign_out_with_password)
