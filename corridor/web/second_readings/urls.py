from django.urls import path

from corridor.web.second_readings import own, reading

urlpatterns = [
    path("second-readings/", reading.several, name="second-readings"),
    path("second-readings/<int:reading_id>/", reading.one, name="second-reading"),
    path("you/second-readings/", own.several, name="own-readings"),
    path("you/second-readings/<int:reading_id>/", own.one, name="own-reading"),
    path(
        "you/second-readings/<int:reading_id>/withdrawal/",
        own.withdraw,
        name="own-reading-withdrawal",
    ),
    path("you/second-readings/<int:reading_id>/end/", own.forget, name="own-reading-end"),
]
