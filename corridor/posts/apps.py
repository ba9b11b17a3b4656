from django.apps import AppConfig


class PostsConfig(AppConfig):
    name = "corridor.posts"
    default_auto_field = "django.db.models.BigAutoField"
