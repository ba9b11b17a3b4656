"""What is answered from a mail, without signing in: a page with a button, then one deed."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from corridor.mentoring import queries
from corridor.mentoring.actions import meetings as actions
from corridor.mentoring.meeting_calendar import person_at, person_on
from corridor.mentoring.meeting_choices import Side
from corridor.mentoring.meeting_links import PickLink, UnknownLink, read_contact, read_pick
from corridor.people import queries as people
from corridor.web.meetings.clocks import moment_of, tell
from corridor.web.meetings.refusals import REFUSED, sentence
from corridor.web.meetings.reviewing import ANSWERS, thanks
from corridor.web.meetings.rows import row
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from corridor.mentoring.models import ContactCheck, Meeting
    from corridor.people.models import Profile


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def pick(request: ViewerRequest, token: str) -> HttpResponse:
    """Whoever holds the link is the one it was sent to, for this one question."""
    try:
        link = read_pick(token)
    except UnknownLink:
        return _over(request)
    meeting = queries.meeting_by_link(link.meeting_id)
    if meeting is None or meeting.sequence != link.sequence or not meeting.is_waiting:
        return _over(request)
    reader = person_at(meeting, link.side)
    if not people.may_act(reader):
        return _over(request)
    if request.method == "POST":
        return _picked(request, link, meeting, reader)
    return _pick_page(request, meeting, reader, refusal="")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def contact(request: ViewerRequest, token: str) -> HttpResponse:
    check = _open_check(token)
    if check is None:
        return _over(request)
    side = Side(check.side)
    reader = person_on(check.relationship, side)
    if not people.may_act(reader):
        return _over(request)
    other = person_on(check.relationship, side.other)
    answer = request.POST.get("answer", "")
    if answer in ANSWERS:
        is_in_touch = answer == "yes"
        try:
            actions.answer_contact(check.pk, is_in_touch=is_in_touch, by=reader, now=request.now)
        except REFUSED as refusal:
            return _over(request, words=sentence(refusal))
        return _done(request, thanks(is_in_touch=is_in_touch))
    return render(request, "meetings/contact.html", {"other": other})


def _picked(
    request: ViewerRequest, link: PickLink, meeting: "Meeting", reader: "Profile"
) -> HttpResponse:
    starts_at = moment_of(request.POST.get("starts_at", ""))
    if starts_at is None:
        return _pick_page(request, meeting, reader, refusal=_("Choose one of the times below."))
    try:
        chosen = actions.pick_time(
            meeting.pk,
            starts_at,
            by=reader,
            sequence=link.sequence,
            now=request.now,
        )
    except REFUSED as refusal:
        return _pick_page(request, meeting, reader, refusal=sentence(refusal))
    other = chosen.relationship.other_than(reader)
    told = tell(starts_at, viewer=reader, other=other)
    said = _("You meet %(name)s on %(day)s at %(clock)s. It is on its way to your calendar.")
    return _done(request, said % {"name": other.display_name, "day": told.day, "clock": told.clock})


def _pick_page(
    request: ViewerRequest, meeting: "Meeting", reader: "Profile", *, refusal: str
) -> HttpResponse:
    context = {
        "meeting": meeting,
        "reader": reader,
        "row": row(meeting, viewer=reader, now=request.now),
        "refusal": refusal,
    }
    return render(request, "meetings/pick.html", context, status=422 if refusal else 200)


def _open_check(token: str) -> "ContactCheck | None":
    try:
        check = queries.contact_check(read_contact(token))
    except UnknownLink:
        return None
    return None if check is None or check.answered_at is not None else check


def _done(request: ViewerRequest, words: str) -> HttpResponse:
    return render(request, "meetings/from_mail_done.html", {"words": words})


def _over(request: ViewerRequest, *, words: str = "") -> HttpResponse:
    return render(request, "meetings/from_mail_over.html", {"words": words}, status=HTTPStatus.GONE)
