from django.urls import path

from corridor.web.instruments import directing

ONE = "p/<slug:slug>/directing/scale/"

urlpatterns = [
    path(ONE, directing.instrument, name="directing-scale"),
    path(f"{ONE}end/", directing.end, name="directing-scale-end"),
    path(f"{ONE}results/", directing.results, name="directing-scale-results"),
]
