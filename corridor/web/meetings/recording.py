"""Agenda, log, notes and the one question after a meeting."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.mentoring import queries
from corridor.mentoring.actions import meetings as actions
from corridor.mentoring.actions.meetings import NewLog
from corridor.mentoring.meeting_choices import MeetingState, Pulse, Side
from corridor.mentoring.programmes_known import counts_absences
from corridor.web.given_numbers import LARGEST, number_in
from corridor.web.meetings.arranging import sequence_of
from corridor.web.meetings.clocks import tell
from corridor.web.meetings.forms import LogForm, UnplannedForm
from corridor.web.meetings.one import page
from corridor.web.meetings.refusals import REFUSED, sentence
from corridor.web.meetings.rights import meeting_required
from corridor.web.refused_words import with_words
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.models import Meeting, Relationship


@require_POST
@of_relationship
def add_item(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    words = request.POST.get("words", "")
    try:
        actions.add_item(
            words, relationship_id=relationship.pk, by=request.profile, now=request.now
        )
    except REFUSED as refusal:
        messages.error(request, with_words(sentence(refusal), words))
    else:
        messages.success(request, _("On the agenda. Both of you see it."))
    return _back(request, reverse("relationship-meetings", args=[relationship.pk]))


@require_POST
@member_required
def tick_item(request: MemberRequest, item_id: int) -> HttpResponse:
    is_done = "undone" not in request.POST
    try:
        number = min(item_id, LARGEST)
        actions.set_done(number, is_done=is_done, by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    return _back(request, reverse("meetings"))


@require_POST
@meeting_required
def adopt(request: MemberRequest, meeting: "Meeting") -> HttpResponse:
    """The next step of its log becomes a step of the goal that is pressed."""
    goal_id = number_in(request.POST.get("goal", ""))
    if goal_id is None:
        raise BadRequest
    try:
        actions.adopt_next_step(meeting.pk, goal_id, by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
        return redirect("meeting", meeting.pk)
    messages.success(request, _("A step of that goal now. Both of you see it there."))
    return redirect("goal", meeting.relationship_id, goal_id)


@require_POST
@member_required
def remove_item(request: MemberRequest, item_id: int) -> HttpResponse:
    try:
        actions.remove_item(min(item_id, LARGEST), by=request.profile)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    return _back(request, reverse("meetings"))


@require_http_methods(["GET", "HEAD", "POST"])
@meeting_required
def log(request: MemberRequest, meeting: "Meeting") -> HttpResponse:
    viewer = request.profile
    if meeting.starts_at is None or meeting.starts_at > request.now:
        messages.error(request, sentence(actions.NotYetBegun()))
        return redirect("meeting", meeting.pk)
    form = (
        LogForm(request.POST)
        if request.method == "POST"
        else LogForm(initial=_said(request, meeting))
    )
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        new = NewLog(
            was_held=said["was_held"],
            minutes=said["minutes"] or (meeting.minutes if said["was_held"] else 0),
            topic=said["topic"],
            next_step=said["next_step"],
            keeps_step=said["keeps_step"],
            other_absent=said["other_absent"],
        )
        try:
            actions.log_meeting(meeting.pk, new, by=viewer, now=request.now)
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Written down for both of you. Thank you."))
            return redirect("meeting", meeting.pk)
    other = meeting.relationship.other_than(viewer)
    context = {
        "form": form,
        "meeting": meeting,
        "other": other,
        "told": tell(meeting.starts_at, viewer=viewer, other=other),
        "counts_absences": counts_absences(
            meeting.relationship.programme_address, at=meeting.starts_at
        ),
    }
    return render(request, "meetings/log.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@of_relationship
def unplanned(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    viewer = request.profile
    bound = {"data": request.POST} if request.method == "POST" else {}
    form = UnplannedForm(zone=viewer.time_zone, **bound)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        new = NewLog(
            was_held=True,
            minutes=said["minutes"] or 0,
            topic=said["topic"],
            next_step=said["next_step"],
            keeps_step=said["keeps_step"],
        )
        try:
            made = actions.log_unplanned(
                new,
                relationship_id=relationship.pk,
                starts_at=said["starts_at"],
                by=viewer,
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Written down for both of you. Thank you."))
            return redirect("meeting", made.pk)
    context = {
        "form": form,
        "relationship": relationship,
        "other": relationship.other_than(viewer),
    }
    return render(request, "meetings/unplanned.html", context, status=422 if form.errors else 200)


@require_POST
@meeting_required
def deny(request: MemberRequest, meeting: "Meeting") -> HttpResponse:
    try:
        actions.deny_absence(meeting.pk, by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("Written down: it counts for nothing."))
    return redirect("meeting", meeting.pk)


@require_POST
@meeting_required
def write_own(request: MemberRequest, meeting: "Meeting") -> HttpResponse:
    actions.write_note(
        request.POST.get("own-words", ""),
        meeting_id=meeting.pk,
        version=None,
        by=request.profile,
        now=request.now,
    )
    messages.success(request, _("Kept. Only you can read it."))
    return redirect("meeting", meeting.pk)


@require_POST
@meeting_required
def write_shared(request: MemberRequest, meeting: "Meeting") -> HttpResponse:
    words, version = request.POST.get("shared-words", ""), request.POST.get("version", "")
    try:
        actions.write_note(
            words,
            meeting_id=meeting.pk,
            version=sequence_of(version),
            by=request.profile,
            now=request.now,
        )
    except actions.WrittenMeanwhile as refusal:
        messages.error(request, sentence(refusal))
        return page(request, meeting, kept_note=words, status=409)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
        return page(request, meeting, kept_note=words, status=422)
    messages.success(request, _("Kept. Both of you can read it."))
    return redirect("meeting", meeting.pk)


@require_POST
@meeting_required
def answer_pulse(request: MemberRequest, meeting: "Meeting") -> HttpResponse:
    asked = queries.pulse_of(meeting, viewer=request.profile)
    rating = request.POST.get("rating", "")
    try:
        if asked is None:
            raise actions.NotYourSurvey
        if "skip" in request.POST:
            actions.skip_survey(asked.pk, by=request.profile, now=request.now)
        elif rating in map(str, Pulse.values):
            actions.answer_pulse(asked.pk, Pulse(int(rating)), by=request.profile, now=request.now)
            messages.success(request, _("Thank you."))
        else:
            messages.error(request, _("Choose one of the four answers, or skip it."))
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    return redirect("meeting", meeting.pk)


def _said(request: MemberRequest, meeting: "Meeting") -> dict[str, object]:
    """What the log says already, or a start."""
    log = queries.log_of(meeting, viewer=request.profile)
    other = Side(meeting.relationship.side_of(request.profile)).other
    if log is None:
        return {"was_held": "yes", "minutes": meeting.minutes, "keeps_step": True}
    return {
        "was_held": "yes" if meeting.state == MeetingState.HELD else "no",
        "other_absent": other in queries.absences_of(meeting),
        "minutes": log.minutes,
        "topic": log.topic,
        "next_step": log.next_step,
    }


def _back(request: MemberRequest, otherwise: str) -> HttpResponse:
    """To the page of ours from which she came."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return redirect(wanted if is_ours and wanted.startswith("/") else otherwise)
