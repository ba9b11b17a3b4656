from django.urls import path

from corridor.web.search import search

urlpatterns = [
    path("search/", search.search, name="search"),
]
