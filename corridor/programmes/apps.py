from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "corridor.programmes"
    default_auto_field = "django.db.models.BigAutoField"
