from django.urls import path

from corridor.web.network_map import views

urlpatterns = [
    path("mentoring/map/", views.own, name="network-map"),
    path("mentoring/map/reader/", views.reader, name="network-map-reader"),
    path("mentoring/map/new/", views.note, {"key": ""}, name="network-map-new"),
    path("mentoring/map/<slug:key>/", views.note, name="network-map-one"),
    path("mentoring/map/<slug:key>/deletion/", views.forget, name="network-map-forget"),
    path("mentoring/<int:relationship_id>/map/", views.shown, name="network-map-shown"),
]
