from django.urls import path

from corridor.web.trial import views

urlpatterns = [
    path("try/", views.trial, name="trial"),
    path("try/sample.csv", views.sample, name="trial-sample"),
    path("try/map.toml", views.sample_map, name="trial-map"),
]
