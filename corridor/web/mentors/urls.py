from django.urls import path

from corridor.web.mentors import deeds, finding, gallery

urlpatterns = [
    path("mentors/", finding.mentors, name="mentors"),
    path("mentors/<handle>/dismissal/", deeds.dismiss, name="dismissal"),
    path("mentors/<handle>/dismissal/end/", deeds.take_back, name="dismissal-end"),
    path("mentors/<handle>/awaiting/", deeds.wait, name="awaiting"),
    path("mentors/<handle>/awaiting/end/", deeds.stop_waiting, name="awaiting-end"),
    path("role-models/", gallery.role_models, name="gallery"),
    path("you/role-model/", gallery.own, name="role-model"),
]
