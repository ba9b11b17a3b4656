from django.urls import path

from corridor.web.feeds import feeds

urlpatterns = [
    path("@<str:handle>/feed.atom", feeds.of_author, name="profile-feed"),
    path("tags/<str:name>/feed.atom", feeds.of_tag, name="tag-feed"),
]
