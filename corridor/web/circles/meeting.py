"""Meetings of a circle: set, answered, called off, written down."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.algorithms.calendar_files.writing import feed as write_feed
from corridor.mentoring import queries
from corridor.mentoring.actions import circles
from corridor.mentoring.circle_calendar import entry_of_circle
from corridor.mentoring.meeting_choices import Minutes, Way
from corridor.web.circles.forms import LogForm, MeetingForm
from corridor.web.circles.refusals import REFUSED, sentence
from corridor.web.circles.rights import done, of_circle, to_circle
from corridor.web.given_numbers import LARGEST
from corridor.web.meetings.calendar import attached
from corridor.web.pressed import pressed_yes
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.queries import SeenCircle


@require_http_methods(["GET", "HEAD", "POST"])
@of_circle
def new(request: MemberRequest, seen: "SeenCircle") -> HttpResponse:
    if not seen.leads:
        raise Http404
    given = request.POST if request.method == "POST" else None
    form = MeetingForm(given, zone=request.profile.time_zone)
    if form.is_bound and form.is_valid():
        told = form.cleaned_data
        wanted = circles.NewCircleMeeting(
            starts_at=told["starts_at"],
            minutes=Minutes(told["minutes"]),
            way=Way(told["way"]),
            where=told["where"],
        )
        try:
            circles.set_meeting(seen.circle.pk, wanted, by=request.profile, now=request.now)
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Set. Everybody is told, and says whether they come."))
            return to_circle(seen)
    status = 422 if form.errors else 200
    return render(request, "circles/meeting.html", {"seen": seen, "form": form}, status=status)


@require_POST
@of_circle
def come(request: MemberRequest, seen: "SeenCircle", meeting_id: int) -> HttpResponse:
    comes = pressed_yes(request, "comes")
    return done(
        request,
        lambda: circles.say_coming(meeting_id, comes=comes, by=request.profile),
        says=_("You come.") if comes else _("You do not come this time."),
        then=to_circle(seen),
    )


@require_POST
@of_circle
def call_off(request: MemberRequest, seen: "SeenCircle", meeting_id: int) -> HttpResponse:
    return done(
        request,
        lambda: circles.call_off_meeting(meeting_id, by=request.profile, now=request.now),
        says=_("Called off, and everybody is told."),
        then=to_circle(seen),
    )


@require_safe
@of_circle
def file(request: MemberRequest, seen: "SeenCircle", meeting_id: int) -> HttpResponse:
    """For the calendar of whoever is in the circle."""
    meeting = queries.circle_meeting(min(meeting_id, LARGEST), viewer=request.profile)
    if meeting is None or meeting.circle_id != seen.circle.pk:
        raise Http404
    content = write_feed([entry_of_circle(meeting)], name=_("Meetings on Corridor"))
    return attached(content, "circle")


@require_http_methods(["GET", "HEAD", "POST"])
@of_circle
def log(request: MemberRequest, seen: "SeenCircle", meeting_id: int) -> HttpResponse:
    meeting = queries.circle_meeting(meeting_id, viewer=request.profile)
    if meeting is None or meeting.circle_id != seen.circle.pk:
        raise Http404
    inside = [*seen.leaders, *seen.members]
    form = LogForm(
        request.POST if request.method == "POST" else None,
        seats=inside,
        initial={"was_there": [seat.pk for seat in inside]},
    )
    if form.is_bound and form.is_valid():
        written = circles.CircleLog(**form.cleaned_data)
        try:
            circles.log_circle_meeting(meeting_id, written, by=request.profile, now=request.now)
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Written down, for everybody in the circle."))
            return to_circle(seen)
    context = {"seen": seen, "meeting": meeting, "form": form}
    return render(request, "circles/log.html", context, status=422 if form.errors else 200)
