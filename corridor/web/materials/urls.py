from django.urls import path

from corridor.web.materials import directing, reading

ONE = "p/<slug:slug>/materials/"
SET_UP = "p/<slug:slug>/directing/materials/"

urlpatterns = [
    path(ONE, reading.materials, name="materials"),
    path(f"{ONE}<int:material_id>/finished/", reading.finish, name="material-finished"),
    path(f"{ONE}<int:material_id>/finished/end/", reading.take_back, name="material-finished-end"),
    path(SET_UP, directing.materials, name="directing-materials"),
    path(f"{SET_UP}new/", directing.add, name="material-new"),
    path(f"{SET_UP}<int:material_id>/", directing.change, name="material"),
    path(f"{SET_UP}<int:material_id>/place/", directing.move, name="material-place"),
    path(f"{SET_UP}<int:material_id>/shelving/", directing.shelve, name="material-shelving"),
    path(f"{SET_UP}<int:material_id>/return/", directing.bring_back, name="material-return"),
]
