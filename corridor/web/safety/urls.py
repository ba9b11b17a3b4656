from django.urls import path, re_path

from corridor.web.safety import (
    appeals,
    case,
    flagging,
    own_decisions,
    own_flags,
    queue,
    transparency,
)

urlpatterns = [
    path("posts/<int:post_id>/flag/", flagging.post, name="post-flag"),
    re_path(r"^@(?P<handle>\w+)/flag/$", flagging.person, name="flag"),
    path("you/flags/", own_flags.flags, name="own-flags"),
    path("you/flags/<int:flag_id>/", own_flags.flag, name="own-flag"),
    path("you/decisions/", own_decisions.decisions, name="decisions"),
    path("you/decisions/<int:decision_id>/appeal/", own_decisions.appeal, name="appeal"),
    path("appeals/<token>/", own_decisions.appeal_by_link, name="appeal-by-link"),
    path("transparency/", transparency.transparency, name="transparency"),
    path("queue/", queue.waiting, name="queue"),
    path("queue/unread/", queue.unread, name="queue-unread"),
    path("queue/closed/", queue.closed, name="queue-closed"),
    path("queue/closing/", queue.close, name="queue-close"),
    path("queue/log/", queue.log, name="queue-log"),
    path("queue/appeals/", appeals.appeals, name="queue-appeals"),
    path("queue/appeals/<int:appeal_id>/", appeals.judge, name="queue-appeal"),
    path("queue/decisions/<int:decision_id>/undoing/", case.undo, name="queue-undo"),
    path("queue/<int:case_id>/", case.case, name="queue-case"),
    path("queue/<int:case_id>/claim/", case.claim, name="queue-claim"),
    path("queue/<int:case_id>/release/", case.release, name="queue-release"),
    path("queue/<int:case_id>/notes/", case.note, name="queue-note"),
    path("queue/<int:case_id>/decision/", case.decide, name="queue-decision"),
]
