from django.urls import path

from corridor.web.conversations import conversations

urlpatterns = [
    path("conversations/", conversations.conversations, name="conversations"),
    path("conversations/unread/", conversations.unread, name="conversations-unread"),
    path("conversations/<int:thread>/", conversations.conversation, name="conversation"),
    path("conversations/<int:thread>/end/", conversations.remove, name="conversation-end"),
]
