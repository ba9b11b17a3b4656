from django.urls import path, re_path

from corridor.web.safety import flagging, own_flags

urlpatterns = [
    path("posts/<int:post_id>/flag/", flagging.post, name="post-flag"),
    re_path(r"^@(?P<handle>\w+)/flag/$", flagging.person, name="flag"),
    path("you/flags/", own_flags.flags, name="own-flags"),
    path("you/flags/<int:flag_id>/", own_flags.flag, name="own-flag"),
]
