from django.urls import path

from corridor.web.your_data import access_log, archive, leaving

urlpatterns = [
    path("you/data/", archive.your_data, name="your-data"),
    path("you/data/archive/", archive.download, name="archive"),
    path("you/access-log/", access_log.access_log, name="access-log"),
    path("you/leaving/", leaving.leaving, name="leaving"),
]
