from django.urls import re_path

from corridor.web.attachments import files

NAME = r"(?P<name>[0-9a-f]{32}(?:-small\.webp|\.webp|\.mp4|\.m4a))"

urlpatterns = [
    re_path(rf"^media/posts/{NAME}$", files.attachment, name="attachment"),
    re_path(rf"^media/posts/withheld/{NAME}$", files.withheld, name="attachment-withheld"),
]
