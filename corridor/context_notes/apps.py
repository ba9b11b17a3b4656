from django.apps import AppConfig


class ContextNotesConfig(AppConfig):
    name = "corridor.context_notes"
    default_auto_field = "django.db.models.BigAutoField"
