from django.urls import path

from corridor.web.pulled import pulling

urlpatterns = [
    path("posts/<int:post_id>/pull/", pulling.pull, name="post-pull"),
    path("you/pulled/", pulling.several, name="pulled-posts"),
    path("you/pulled/<int:pulled_id>/", pulling.one, name="pulled"),
    path("you/pulled/<int:pulled_id>/download/", pulling.download, name="pulled-download"),
    path("you/pulled/<int:pulled_id>/again/", pulling.write_again, name="pulled-again"),
    path("you/pulled/<int:pulled_id>/end/", pulling.forget, name="pulled-end"),
]
