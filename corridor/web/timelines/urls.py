from django.urls import path

from corridor.web.timelines import news, places, tags

urlpatterns = [
    path("home/new/", news.at_home, name="new-posts"),
    path("public/", places.public, name="public"),
    path("public/new/", news.of_everybody, name="new-public"),
    path("tags/<str:name>/", places.tag, name="tag"),
    path("tags/<str:name>/new/", news.with_tag, name="new-tagged"),
    path("tags/<str:name>/follow/", tags.follow, name="tag-follow"),
    path("tags/<str:name>/follow/end/", tags.unfollow, name="tag-follow-end"),
    path("your-hashtags/", places.your_hashtags, name="your-hashtags"),
    path("you/lists/<int:list_id>/posts/", places.of_list, name="list-posts"),
    path("bookmarks/", places.saved, name="saved"),
]
