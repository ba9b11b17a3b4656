from django.urls import path

from corridor.web.round_messages import ending, writing

ROUND = "p/<slug:slug>/rounds/<int:round_id>/messages/"

urlpatterns = [
    path(ROUND, writing.messages_to_round, name="round-messages"),
    path(f"{ROUND}<int:message_id>/end/", writing.take_back, name="round-message-end"),
    path("round-messages/<str:token>/end/", ending.end, name="round-messages-end"),
]
