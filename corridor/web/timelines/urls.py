from django.urls import path

from corridor.web.timelines import home, places

urlpatterns = [
    path("home/new/", home.new_posts, name="new-posts"),
    path("public/", places.public, name="public"),
    path("tags/<str:name>/", places.tag, name="tag"),
    path("your-hashtags/", places.your_hashtags, name="your-hashtags"),
    path("you/lists/<int:list_id>/posts/", places.of_list, name="list-posts"),
    path("bookmarks/", places.saved, name="saved"),
]
