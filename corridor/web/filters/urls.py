from django.urls import path

from corridor.web.filters import filters

urlpatterns = [
    path("you/filters/", filters.several, name="filters"),
    path("you/filters/<int:filter_id>/", filters.one, name="filter"),
    path("you/filters/<int:filter_id>/end/", filters.end, name="filter-end"),
    path("you/filters/undo/", filters.undo, name="filter-undo"),
]
