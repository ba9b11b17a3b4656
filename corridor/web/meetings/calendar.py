"""Calendar files and the private feed; and what somebody wants of her calendar."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.algorithms.calendar_files.writing import Entry
from corridor.algorithms.calendar_files.writing import feed as write_feed
from corridor.mentoring import queries
from corridor.mentoring.actions import meetings as actions
from corridor.mentoring.circle_calendar import entry_of_circle
from corridor.mentoring.meeting_calendar import NoTimeYet, entry
from corridor.mentoring.meeting_choices import Side
from corridor.mentoring.office_calendar import entry_of_sitting, entry_of_turn
from corridor.mentoring.talk_letters import entry_of_talk
from corridor.people import letters
from corridor.people import queries as people
from corridor.web.given_numbers import LARGEST
from corridor.web.meetings.forms import DaysOffForm
from corridor.web.meetings.refusals import REFUSED, sentence
from corridor.web.meetings.rights import meeting_required
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.models import Meeting
    from corridor.people.models import Profile

ICS = "text/calendar; charset=utf-8"
SECONDS = 300
"""So long no program asks again."""


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def wishes(request: MemberRequest) -> HttpResponse:
    viewer = request.profile
    form = DaysOffForm(request.POST) if request.method == "POST" else DaysOffForm()
    if form.is_bound and form.is_valid():
        try:
            actions.add_days_off(
                starts_on=form.cleaned_data["starts_on"],
                ends_on=form.cleaned_data["ends_on"],
                by=viewer,
                today=timezone.localtime(request.now).date(),
            )
        except REFUSED as refusal:
            form.add_error("ends_on", sentence(refusal))
        else:
            messages.success(request, _("Kept. No time is suggested to others on these days."))
            return redirect("meeting-calendar")
    chosen = queries.calendar_wishes(viewer)
    code = chosen.feed_code if chosen.feed_digest is not None else ""
    context = {
        "form": form,
        "feed": letters.address_of_page("meeting-feed", code) if code else "",
        "days_off": queries.days_off(viewer, now=request.now),
        "has_hours": bool(people.free_spans(viewer)),
    }
    return render(request, "meetings/calendar.html", context, status=422 if form.errors else 200)


@require_POST
@member_required
def feed_address(request: MemberRequest) -> HttpResponse:
    if "end" in request.POST:
        actions.end_feed(by=request.profile)
        messages.success(request, _("The address works no more."))
    else:
        actions.renew_feed(by=request.profile)
        messages.success(request, _("Here is a new address. One from before works no more."))
    return redirect("meeting-calendar")


@require_POST
@member_required
def remove_days_off(request: MemberRequest, days_id: int) -> HttpResponse:
    actions.remove_days_off(min(days_id, LARGEST), by=request.profile)
    messages.success(request, _("Taken out."))
    return redirect("meeting-calendar")


@require_safe
def feed(request: ViewerRequest, code: str) -> HttpResponse:
    """For calendar programs, which do not sign in: whoever has the address reads it."""
    profile = queries.whose_feed(code)
    if profile is None:
        raise Http404
    with timezone.override(profile.time_zone):
        entries = _entries(profile, request)
        content = write_feed(entries, name=_("Meetings on Corridor"))
    answer = HttpResponse(content, content_type=ICS)
    answer["X-Robots-Tag"] = "noindex"
    answer["Referrer-Policy"] = "no-referrer"
    patch_cache_control(answer, private=True, max_age=SECONDS)
    return answer


def _entries(profile: "Profile", request: ViewerRequest) -> list[Entry]:
    """Meetings, of circles and first contacts too, and office hours that she holds or is in the
    queue of.
    """
    return [
        *(
            entry(one, side=Side(one.relationship.side_of(profile)))
            for one in queries.feed_meetings(profile, now=request.now)
        ),
        *map(entry_of_circle, queries.calendar_circle_meetings(profile, now=request.now)),
        *map(entry_of_sitting, queries.calendar_sittings(profile, now=request.now)),
        *(
            entry_of_turn(one, now=request.now)
            for one in queries.calendar_turns(profile, now=request.now)
        ),
        *(
            entry_of_talk(one, reader=profile, now=request.now)
            for one in queries.calendar_talks(profile, now=request.now)
        ),
    ]


@require_safe
@meeting_required
def file(request: MemberRequest, meeting: "Meeting") -> HttpResponse:
    side = Side(meeting.relationship.side_of(request.profile))
    try:
        content = write_feed([entry(meeting, side=side)], name=_("Meetings on Corridor"))
    except NoTimeYet:
        messages.error(request, _("There is no time yet that a calendar could have."))
        return redirect(reverse("meeting", args=[meeting.pk]))
    return attached(content, "meeting")


def attached(content: bytes, name: str) -> HttpResponse:
    """A file for a calendar program to open."""
    answer = HttpResponse(content, content_type=ICS)
    answer["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return answer
