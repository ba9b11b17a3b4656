from django.urls import path

from corridor.web.reminders import by_mail, choosing

urlpatterns = [
    path("notifications/reminders/", choosing.reminders, name="reminders"),
    path(
        "notifications/reminders/<slug:kind>/things/", choosing.hear_again, name="reminder-things"
    ),
    path("reminders/by-mail/<str:token>/", by_mail.answer, name="reminder-answer"),
]
