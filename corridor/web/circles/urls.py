from django.urls import path

from corridor.web.circles import listing, meeting, moving, seats, starting, whole

ONE = "circles/<int:circle_id>/"
MEETING = f"{ONE}meetings/<int:meeting_id>/"

urlpatterns = [
    path("circles/", listing.circles, name="circles"),
    path("circles/new/", starting.start, name="circle-new"),
    path(ONE, whole.circle, name="circle"),
    path(f"{ONE}seat/", seats.answer, name="circle-seat"),
    path(f"{ONE}asking/", seats.ask, name="circle-ask"),
    path(f"{ONE}leaving/", seats.leave, name="circle-leave"),
    path(f"{ONE}rules/", starting.rules, name="circle-rules"),
    path(f"{ONE}agreement/", seats.agree, name="circle-agree"),
    path(f"{ONE}pause/", moving.pause, name="circle-pause"),
    path(f"{ONE}pause/end/", moving.resume, name="circle-resume"),
    path(f"{ONE}end/", moving.close, name="circle-close"),
    path(f"{ONE}topics/", whole.add_topic, name="circle-topics"),
    path(f"{ONE}topics/<int:topic_id>/", whole.tick_topic, name="circle-topic"),
    path(f"{ONE}meetings/", meeting.new, name="circle-meeting-new"),
    path(f"{MEETING}answer/", meeting.come, name="circle-coming"),
    path(f"{MEETING}off/", meeting.call_off, name="circle-meeting-off"),
    path(f"{MEETING}calendar/", meeting.file, name="circle-meeting-file"),
    path(f"{MEETING}log/", meeting.log, name="circle-log"),
]
