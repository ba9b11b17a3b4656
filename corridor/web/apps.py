from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "corridor.web"

    def ready(self) -> None:
        from allauth.socialaccount.signals import social_account_added, social_account_removed
        from django.contrib.auth.signals import user_logged_in

        from corridor.web.accounts.coming_back import come_back
        from corridor.web.joining import elsewhere

        social_account_added.connect(elsewhere.note_orcid)
        social_account_removed.connect(elsewhere.forget_orcid)
        user_logged_in.connect(come_back)
