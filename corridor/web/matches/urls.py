from django.urls import path

from corridor.web.matches import answering, barriers, by_link, matches

urlpatterns = [
    path("matches/", matches.matches, name="matches"),
    path("matches/<int:match_id>/", matches.match, name="match"),
    path("matches/<int:match_id>/acceptance/", answering.accept, name="match-acceptance"),
    path("matches/<int:match_id>/question/", answering.ask, name="match-question"),
    path("matches/<int:match_id>/answer/", answering.answer, name="match-answer"),
    path("matches/<int:match_id>/refusal/", answering.refuse, name="match-refusal"),
    path("matches/<int:match_id>/barriers/", barriers.note, name="match-barriers"),
    path("matches/by-link/<str:secret>/", by_link.by_link, name="match-by-link"),
]
