from django.urls import path

from corridor.mastodon_api.push import browsers

urlpatterns = [
    path("notifications/browsers/", browsers.browsers, name="push-browsers"),
    path("notifications/browsers/new/", browsers.wake, name="push-browser-new"),
    path("notifications/browsers/<int:pk>/end/", browsers.end, name="push-browser-end"),
    path("push-worker.js", browsers.worker, name="push-worker"),
]
