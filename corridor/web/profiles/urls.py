from django.urls import path, re_path

from corridor.web.profiles import editing, photo_editing, photos, profile

urlpatterns = [
    re_path(r"^@(?P<handle>\w+)/$", profile.profile, name="profile"),
    re_path(r"^media/photos/(?P<name>[0-9a-f]{32}(?:-small)?\.webp)$", photos.photo, name="photo"),
    path("you/profile/", editing.edit, name="edit-profile"),
    path("you/profile/photo/", photo_editing.edit, name="edit-photo"),
    path("you/profile/photo/removal/", photo_editing.remove, name="remove-photo"),
    path("you/profile/hours/", editing.edit, {"section": "hours"}, name="edit-profile-hours"),
    path("you/profile/<slug:section>/", editing.edit, name="edit-profile"),
    path("you/works/", editing.fetch_works, name="fetch-works"),
    path("you/links/<int:link_id>/check/", editing.check_link, name="check-link"),
]
