"""Addresses of the pages, by area."""

from django.urls import include, path

from corridor.web.accounts import theme, you
from corridor.web.home import about, manifest
from corridor.web.home import views as home

urlpatterns = [
    path("", home.home, name="home"),
    path("home/", home.timeline, name="home-timeline"),
    path("about/", about.about, name="about"),
    path("manifest.webmanifest", manifest.manifest, name="manifest"),
    path("how-matching-works/", home.how_matching_works, name="how-matching-works"),
    path("you/", you.you, name="you"),
    path("theme/", theme.choose, name="theme"),
    path("", include("corridor.web.achievements.urls")),
    path("", include("corridor.web.attachments.urls")),
    path("", include("corridor.web.context_notes.urls")),
    path("", include("corridor.web.conversations.urls")),
    path("", include("corridor.web.directing.urls")),
    path("", include("corridor.web.feeds.urls")),
    path("", include("corridor.web.helping.urls")),
    path("", include("corridor.web.incidents.urls")),
    path("", include("corridor.web.library.urls")),
    path("", include("corridor.web.matches.urls")),
    path("", include("corridor.web.meetings.urls")),
    path("", include("corridor.web.mentors.urls")),
    path("", include("corridor.web.messages.urls")),
    path("", include("corridor.web.filters.urls")),
    path("", include("corridor.web.mentoring.urls")),
    path("", include("corridor.web.notifications.urls")),
    path("", include("corridor.web.offers.urls")),
    path("", include("corridor.web.profiles.urls")),
    path("", include("corridor.web.joining.urls")),
    path("", include("corridor.web.posts.urls")),
    path("", include("corridor.web.applying.urls")),
    path("", include("corridor.web.programmes.urls")),
    path("", include("corridor.web.relations.urls")),
    path("", include("corridor.web.safety.urls")),
    path("", include("corridor.web.second_readings.urls")),
    path("", include("corridor.web.pulled.urls")),
    path("", include("corridor.web.guidance.urls")),
    path("", include("corridor.web.search.urls")),
    path("", include("corridor.web.self_description.urls")),
    path("", include("corridor.web.timelines.urls")),
    path("", include("corridor.web.shields.urls")),
    path("", include("corridor.web.stories.urls")),
    path("", include("corridor.web.tending.urls")),
    path("", include("corridor.web.trial.urls")),
    path("", include("corridor.web.verification.urls")),
    path("", include("corridor.web.welcome.urls")),
    path("", include("corridor.web.your_data.urls")),
]
