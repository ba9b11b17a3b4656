from django.urls import path

from corridor.web.tending import old_posts, rule

urlpatterns = [
    path("you/old-posts/", old_posts.overview, name="old-posts"),
    path("you/old-posts/year/<int:year>/", old_posts.of_year, name="old-posts-year"),
    path("you/old-posts/tag/<str:tag>/", old_posts.of_tag, name="old-posts-tag"),
    path("you/old-posts/rule/", rule.rule, name="deletion-rule"),
    path("you/old-posts/rule/end/", rule.end, name="deletion-rule-end"),
]
