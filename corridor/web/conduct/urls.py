from django.urls import path

from corridor.web.conduct import concerns, consequences, deciding, directing, reading

urlpatterns = [
    path("p/<slug:slug>/conduct/", reading.conduct, name="conduct"),
    path("p/<slug:slug>/conduct/acceptance/", reading.accept, name="conduct-acceptance"),
    path("p/<slug:slug>/concerns/", concerns.raised, name="concerns"),
    path("p/<slug:slug>/conduct/falling-through/", consequences.own, name="own-consequence"),
    path(
        "p/<slug:slug>/conduct/falling-through/appeal/end/",
        consequences.take_back,
        name="own-appeal-end",
    ),
    path("p/<slug:slug>/directing/consequences/", deciding.waiting, name="consequences-to-decide"),
    path(
        "p/<slug:slug>/directing/consequences/<int:consequence_id>/",
        deciding.decide,
        name="consequence-decision",
    ),
    path("p/<slug:slug>/directing/conduct/", directing.conduct, name="directing-conduct"),
    path("mentoring/<int:relationship_id>/conduct/", reading.of_two, name="relationship-conduct"),
    path("mentoring/<int:relationship_id>/concern/", concerns.about, name="relationship-concern"),
    path("concerns/", concerns.heard, name="concerns-heard"),
    path("concerns/<int:concern_id>/", concerns.concern, name="concern"),
    path("concerns/<int:concern_id>/hearer/", concerns.pass_on, name="concern-hearer"),
]
