"""Suggesting times, choosing one, offering others, calling off."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.mentoring import queries
from corridor.mentoring.actions import meetings as actions
from corridor.mentoring.actions.meetings import NewMeeting
from corridor.mentoring.meeting_choices import MeetingState, Minutes, Repeat, Way
from corridor.people.choices import Kind
from corridor.web.meetings.choosing import choices
from corridor.web.meetings.clocks import moment_of, tell
from corridor.web.meetings.forms import CallOffForm, ProposeForm, TimesForm, minutes_of
from corridor.web.meetings.refusals import REFUSED, sentence
from corridor.web.meetings.rights import meeting_required
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.models import Meeting, Relationship

LONGEST_NUMBER = 9


@require_http_methods(["GET", "HEAD", "POST"])
@of_relationship
def propose(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    viewer = request.profile
    minutes = minutes_of(request.GET.get("minutes", ""))
    roles = queries.roles_now(relationship)
    bound = {"data": request.POST} if request.method == "POST" else {}
    form = ProposeForm(roles=roles, zone=viewer.time_zone, **bound)
    if form.is_bound and form.is_valid():
        try:
            made = actions.propose_meeting(
                _new(form, minutes), relationship_id=relationship.pk, by=viewer, now=request.now
            )
        except REFUSED as refusal:
            form.add_error(_field_of(refusal), sentence(refusal))
        else:
            messages.success(request, _("Sent. You hear as soon as a time is chosen."))
            return redirect("meeting", made.pk)
    context = {
        "form": form,
        "relationship": relationship,
        "other": relationship.other_than(viewer),
        "minutes": minutes,
        "lengths": Minutes.choices,
        "has_roles": len(roles) > 1,
        "choices": choices(
            relationship,
            viewer=viewer,
            minutes=minutes,
            now=request.now,
            chosen=form.ticked if form.is_bound else None,
        ),
    }
    return render(request, "meetings/new.html", context, status=422 if form.errors else 200)


@require_POST
@meeting_required
def choose(request: MemberRequest, meeting: "Meeting") -> HttpResponse:
    starts_at = moment_of(request.POST.get("starts_at", ""))
    if starts_at is None:
        messages.error(request, _("Choose one of the times that stand there."))
        return redirect("meeting", meeting.pk)
    try:
        chosen = actions.pick_time(
            meeting.pk,
            starts_at,
            by=request.profile,
            sequence=sequence_of(request.POST.get("sequence", "")),
            now=request.now,
        )
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        told = tell(
            chosen.starts_at or starts_at,
            viewer=request.profile,
            other=meeting.relationship.other_than(request.profile),
        )
        said = _("You meet on %(day)s at %(clock)s. It is on its way to both calendars.")
        messages.success(request, said % {"day": told.day, "clock": told.clock})
    return redirect("meeting", meeting.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@meeting_required
def offer(request: MemberRequest, meeting: "Meeting") -> HttpResponse:
    viewer = request.profile
    relationship = meeting.relationship
    if not meeting.is_waiting:
        messages.error(request, _("This meeting is settled. You can suggest another."))
        return redirect("meeting", meeting.pk)
    bound = {"data": request.POST} if request.method == "POST" else {}
    form = TimesForm(zone=viewer.time_zone, **bound)
    if form.is_bound and form.is_valid():
        try:
            actions.offer_times(
                meeting.pk,
                form.times(),
                by=viewer,
                sequence=sequence_of(request.POST.get("sequence", "")),
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Offered. You hear as soon as a time is chosen."))
            return redirect("meeting", meeting.pk)
    other = relationship.other_than(viewer)
    starts_at = meeting.starts_at
    context = {
        "form": form,
        "meeting": meeting,
        "other": other,
        "told": tell(starts_at, viewer=viewer, other=other) if starts_at else None,
        "choices": choices(
            relationship,
            viewer=viewer,
            minutes=meeting.minutes,
            now=request.now,
            chosen=form.ticked if form.is_bound else None,
        ),
    }
    return render(request, "meetings/times.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@meeting_required
def call_off(request: MemberRequest, meeting: "Meeting") -> HttpResponse:
    viewer = request.profile
    form = CallOffForm(request.POST) if request.method == "POST" else CallOffForm()
    if form.is_bound and form.is_valid():
        try:
            actions.call_off(
                meeting.pk, by=viewer, words=form.cleaned_data["words"], now=request.now
            )
        except REFUSED as refusal:
            messages.error(request, sentence(refusal))
        else:
            messages.success(request, _("Called off, and both calendars are told."))
        return redirect("meeting", meeting.pk)
    if not meeting.is_waiting:
        messages.error(request, _("This meeting is settled already."))
        return redirect("meeting", meeting.pk)
    other = meeting.relationship.other_than(viewer)
    starts_at = meeting.starts_at
    context = {
        "form": form,
        "meeting": meeting,
        "other": other,
        "told": tell(starts_at, viewer=viewer, other=other) if starts_at else None,
        "is_agreed": meeting.state == MeetingState.AGREED,
        "is_late": starts_at is not None and starts_at - request.now < actions.LATE,
    }
    return render(request, "meetings/call_off.html", context, status=422 if form.errors else 200)


def sequence_of(text: str) -> int:
    """Of the meeting as the page showed it; what is none fits no meeting."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER else -1


def _new(form: ProposeForm, minutes: Minutes) -> NewMeeting:
    said = form.cleaned_data
    repeat = Repeat(said["repeat"])
    return NewMeeting(
        times=form.times(),
        role=Kind(said["role"]),
        minutes=minutes,
        way=Way(said["way"]),
        where=said["where"],
        repeat=repeat,
        repeat_times=(said["repeat_times"] or 0) if repeat else 0,
    )


def _field_of(refusal: Exception) -> str | None:
    if isinstance(refusal, actions.NotAnAddress | actions.NotANumber):
        return "where"
    return "repeat_times" if isinstance(refusal, actions.TooManyRepeats) else None
