from django.urls import re_path

from corridor.web.attachments import files

urlpatterns = [
    re_path(
        r"^media/posts/(?P<name>[0-9a-f]{32}(?:-small\.webp|\.webp|\.mp4|\.m4a))$",
        files.attachment,
        name="attachment",
    ),
]
