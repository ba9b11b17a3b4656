from django.apps import AppConfig


class HelpingConfig(AppConfig):
    name = "corridor.helping"
    default_auto_field = "django.db.models.BigAutoField"
