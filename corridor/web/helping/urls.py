from django.urls import path

from corridor.web.helping import answering, desk, documenting, held, naming, replying

ONE = "helping/<int:helper_id>/"

urlpatterns = [
    path("you/helpers/", naming.helpers, name="helpers"),
    path("you/helpers/<int:helper_id>/scopes/", naming.scopes, name="helper-scopes"),
    path("you/helpers/<int:helper_id>/end/", naming.end, name="helper-end"),
    path("helping/", answering.helping, name="helping"),
    path(f"{ONE}answer/", answering.answer, name="helping-answer"),
    path(f"{ONE}end/", answering.stop, name="helping-end"),
    path(ONE, desk.desk, name="helping-one"),
    path(f"{ONE}guard/", desk.guard, name="helping-guard"),
    path(f"{ONE}flags/", desk.flag, name="helping-flag"),
    path(f"{ONE}held/", held.held, name="helping-held"),
    path(f"{ONE}evidence/", documenting.document, name="helping-document"),
    path(f"{ONE}replies/<int:post_id>/", replying.reply, name="helping-reply"),
]
