from django.urls import path

from corridor.web.notifications import activity, requests, settings

urlpatterns = [
    path("notifications/", activity.activity, name="notifications"),
    path("notifications/unread/", activity.unread, name="notifications-unread"),
    path("notifications/read/", activity.mark_read, name="notifications-read"),
    path("notifications/requests/", requests.requests, name="notification-requests"),
    path(
        "notifications/requests/<int:by_id>/approval/",
        requests.accept,
        name="notification-request-accept",
    ),
    path(
        "notifications/requests/<int:by_id>/refusal/",
        requests.dismiss,
        name="notification-request-dismiss",
    ),
    path("notifications/settings/", settings.settings, name="notification-settings"),
    path("notifications/mail/<token>/end/", settings.unsubscribe, name="notification-mail-end"),
]
