"""Every address there is, by area."""

from django.contrib import admin
from django.urls import include, path

from corridor.mastodon_api.api import api
from corridor.mastodon_api.streaming.elsewhere import elsewhere
from corridor.mastodon_api.streaming.passes import live_pass

urlpatterns = [
    path("api/v1/streaming/<path:channel>", elsewhere),
    path("you/live-pass/", live_pass, name="live-pass"),
    path("api/", api.urls),
    path("operate/", admin.site.urls),
    path("", include("corridor.mastodon_api.oauth.urls")),
    path("", include("corridor.mastodon_api.push.urls")),
    path("", include("corridor.mastodon_api.well_known")),
    path("", include("corridor.web.urls")),
]

handler400 = "corridor.web.errors.views.bad_request"
handler403 = "corridor.web.errors.views.forbidden"
handler404 = "corridor.web.errors.views.not_found"
handler500 = "corridor.web.errors.views.server_error"
handler429 = "corridor.web.joining.limits.too_often"  # allauth asks for it
