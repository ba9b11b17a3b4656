from django.urls import path

from corridor.web.office_hours import answering, listing, offering, queueing

HOURS = "office-hours/<int:hours_id>/"
SITTING = "office-hours/dates/<int:sitting_id>/"

urlpatterns = [
    path("office-hours/", listing.office_hours, name="office-hours"),
    path("office-hours/earlier/", listing.earlier, name="office-hours-earlier"),
    path("office-hours/new/", offering.offer, name="office-hours-new"),
    path(f"{HOURS}words/", offering.word, name="office-hours-words"),
    path(f"{HOURS}end/", offering.end, name="office-hours-end"),
    path(SITTING, queueing.sitting, name="sitting"),
    path(f"{SITTING}turn/end/", queueing.withdraw, name="turn-end"),
    path(f"{SITTING}turn/again/", queueing.take_again, name="turn-again"),
    path(f"{SITTING}queue/", queueing.queue, name="sitting-queue"),
    path(f"{SITTING}call/", queueing.call, name="sitting-call"),
    path(f"{SITTING}turns/", queueing.end_turn, name="sitting-turns"),
    path(f"{SITTING}turns/<int:turn_id>/answer/", answering.answer, name="turn-answer"),
    path(f"{SITTING}end/", queueing.end, name="sitting-end"),
    path(f"{SITTING}calendar/", queueing.file, name="sitting-file"),
]
