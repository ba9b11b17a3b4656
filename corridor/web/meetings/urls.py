from django.urls import path

from corridor.web.meetings import (
    arranging,
    calendar,
    from_mail,
    listing,
    one,
    recording,
    reviewing,
)

MEETING = "meetings/<int:meeting_id>/"
RELATIONSHIP = "mentoring/<int:relationship_id>/"
ITEM = "meetings/agenda/<int:item_id>/"
CALENDAR = "meetings/calendar/"

urlpatterns = [
    path("meetings/", listing.own, name="meetings"),
    path(CALENDAR, calendar.wishes, name="meeting-calendar"),
    path(f"{CALENDAR}feed/", calendar.feed_address, name="meeting-feed-address"),
    path(
        f"{CALENDAR}days-off/<int:days_id>/removal/",
        calendar.remove_days_off,
        name="days-off-removal",
    ),
    path("meetings/feed/<str:code>.ics", calendar.feed, name="meeting-feed"),
    path("meetings/pick/<str:token>/", from_mail.pick, name="meeting-pick"),
    path("meetings/contact/<str:token>/", from_mail.contact, name="contact-answer"),
    path("meetings/reviews/<int:survey_id>/", reviewing.survey, name="survey"),
    path("meetings/reviews/<int:survey_id>/skip/", reviewing.skip, name="survey-skip"),
    path(f"{ITEM}done/", recording.tick_item, name="agenda-tick"),
    path(f"{ITEM}removal/", recording.remove_item, name="agenda-removal"),
    path(MEETING, one.meeting, name="meeting"),
    path(f"{MEETING}choice/", arranging.choose, name="meeting-choice"),
    path(f"{MEETING}times/", arranging.offer, name="meeting-times"),
    path(f"{MEETING}cancellation/", arranging.call_off, name="meeting-cancellation"),
    path(f"{MEETING}log/", recording.log, name="meeting-log"),
    path(f"{MEETING}absence/end/", recording.deny, name="meeting-absence-end"),
    path(f"{MEETING}next-step/", recording.adopt, name="meeting-next-step"),
    path(f"{MEETING}own-note/", recording.write_own, name="meeting-own-note"),
    path(f"{MEETING}shared-note/", recording.write_shared, name="meeting-shared-note"),
    path(f"{MEETING}pulse/", recording.answer_pulse, name="meeting-pulse"),
    path(f"{MEETING}meeting.ics", calendar.file, name="meeting-file"),
    path(f"{RELATIONSHIP}meetings/", listing.of_two, name="relationship-meetings"),
    path(f"{RELATIONSHIP}meetings/new/", arranging.propose, name="meeting-new"),
    path(f"{RELATIONSHIP}meetings/log/", recording.unplanned, name="meeting-unplanned"),
    path(f"{RELATIONSHIP}agenda/", recording.add_item, name="agenda-add"),
    path(f"{RELATIONSHIP}reviews/", reviewing.reviews, name="reviews"),
    path(f"{RELATIONSHIP}contact/", reviewing.in_touch, name="in-touch"),
]
