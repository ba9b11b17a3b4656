from django.urls import path

from corridor.web.library import answers, composing, exports, keeping, parts, reading

urlpatterns = [
    path("compose/thread/", composing.begin, name="compose-thread"),
    path("compose/thread/<int:tutorial_id>/", composing.write, name="thread"),
    path("compose/thread/<int:tutorial_id>/parts/", parts.arrange, name="thread-parts"),
    path("compose/thread/<int:tutorial_id>/end/", composing.end, name="thread-end"),
    path("tutorials/", reading.tutorials, name="tutorials"),
    path("tutorials/<slug:slug>/", reading.tutorial, name="tutorial"),
    path("tutorials/<slug:slug>/versions/", reading.versions, name="tutorial-versions"),
    path("tutorials/<slug:slug>/versions/<int:number>/", reading.version, name="tutorial-version"),
    path("tutorials/<slug:slug>/new-version/", composing.begin_version, name="tutorial-anew"),
    path("tutorials/<slug:slug>/votes/<int:post_id>/", reading.vote, name="tutorial-vote"),
    path("tutorials/<slug:slug>/cite/", exports.cite, name="tutorial-cite"),
    path("tutorials/<slug:slug>/cite/<str:form>/", exports.citation, name="tutorial-citation"),
    path("tutorials/<slug:slug>/text/", exports.text, name="tutorial-text"),
    path("tutorials/<slug:slug>/pdf/", exports.as_pdf, name="tutorial-pdf"),
    path("library/answers/", answers.answers, name="kept-answers"),
    path("library/answers/yours/", keeping.own, name="kept-answers-own"),
    path("library/answers/<int:kept_id>/", answers.answer, name="kept-answer"),
    path("library/answers/<int:kept_id>/end/", keeping.end, name="kept-answer-end"),
    path("library/answers/keep/<slug:kind>/<int:number>/", keeping.keep, name="keep-answer"),
    path("@<str:handle>/tutorials/", reading.by_author, name="tutorials-by"),
]
