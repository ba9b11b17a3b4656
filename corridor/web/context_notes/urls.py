from django.urls import path

from corridor.web.context_notes import asking, deeds, judging, rating, reading, writing

urlpatterns = [
    path("posts/<int:post_id>/notes/", writing.on_post, name="post-notes"),
    path("notes/", rating.to_rate, name="notes"),
    path("notes/<int:note_id>/", reading.note, name="note"),
    path("notes/<int:note_id>/edit/", writing.edit, name="note-edit"),
    path("notes/<int:note_id>/withdrawal/", deeds.withdraw, name="note-withdrawal"),
    path("notes/<int:note_id>/answer/", writing.answer, name="note-answer"),
    path("notes/<int:note_id>/answer/end/", deeds.take_back_answer, name="note-answer-end"),
    path("notes/<int:note_id>/opening/", deeds.let_be_read, name="note-opening"),
    path("notes/<int:note_id>/rating/", rating.rate, name="note-rating"),
    path("notes/<int:note_id>/rating/end/", rating.take_back, name="note-rating-end"),
    path("notes/<int:note_id>/flag/", asking.flag, name="note-flag"),
    path("notes/<int:note_id>/appeal/", asking.appeal, name="note-appeal"),
    path("you/notes/", reading.own, name="own-notes"),
    path("queue/notes/", judging.waiting, name="queue-notes"),
    path("queue/notes/<int:note_id>/", judging.judge, name="queue-flagged-note"),
    path("queue/notes/appeals/<int:appeal_id>/", judging.judge_appeal, name="queue-note-appeal"),
]
