"""First contacts of the viewer: those that wait for her, and those she began."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from corridor.conversations import queries as conversations
from corridor.mentoring import queries
from corridor.mentoring.states_of_contacts import BOOKED, HELLO, MORE, OFFERED, WAITING, WISHED
from corridor.people.choices import Kind
from corridor.web.first_contact.forms import LineForm, WelcomeForm
from corridor.web.given_numbers import LARGEST
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from datetime import datetime

    from corridor.mentoring.models import FirstContact, FlashTime
    from corridor.people.models import Profile

ON_A_PAGE = 20


@dataclass(frozen=True, kw_only=True)
class Line:
    contact: "FirstContact"
    other: "Profile"
    is_mentor: bool
    is_her_turn: bool
    asks: str
    """Of a hello that waits for her, so that she need not open each."""


@dataclass(frozen=True, kw_only=True)
class Time:
    """Where the two are, the clocks differ."""

    time: "FlashTime"
    here: "datetime"
    there: "datetime"
    is_over: bool


@require_safe
@member_required
def contacts(request: MemberRequest) -> HttpResponse:
    viewer = request.profile
    lines = [_line(one, viewer) for one in queries.first_contacts(viewer)]
    over = Paginator(queries.first_contacts_over(viewer), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    likes = queries.likes_of(viewer, now=request.now)
    context = {
        "hers": [one for one in lines if one.is_her_turn],
        "theirs": [one for one in lines if not one.is_her_turn],
        "ended": [_line(one, viewer) for one in over],
        "page": over,
        "likes": likes,
        "named": Paginator(likes.named, ON_A_PAGE).get_page(request.GET.get("likes")),
    }
    return render(request, "first_contact/contacts.html", context)


@require_safe
@member_required
def contact(request: MemberRequest, number: int) -> HttpResponse:
    return contact_page(request, number)


def contact_page(
    request: MemberRequest,
    number: int,
    *,
    line_form: LineForm | None = None,
    welcome_form: WelcomeForm | None = None,
) -> HttpResponse:
    found = contact_or_404(request, number)
    line = _line(found, request.profile)
    bound = line_form or welcome_form
    context = {
        "line": line,
        "said": found.said,
        "times": _times(found, line.other, request),
        "line_form": line_form or LineForm(),
        "welcome_form": welcome_form or WelcomeForm(),
        "others_waiting": _others_waiting(found, line),
        "relationship": queries.came_of(found),
        "load": _load(found) if line.is_mentor else None,
        "talk": conversations.conversation_between(request.profile, line.other),
    }
    status = 422 if bound is not None and bound.errors else 200
    return render(request, "first_contact/contact.html", context, status=status)


def contact_or_404(request: MemberRequest, number: int) -> "FirstContact":
    found = queries.first_contact(min(number, LARGEST), viewer=request.profile)
    if found is None:
        raise Http404
    return found


def _line(one: "FirstContact", viewer: "Profile") -> Line:
    is_mentor = one.mentor_id == viewer.pk
    turns = (HELLO, WISHED) if is_mentor else (MORE, OFFERED)
    has_times = any(not time.is_chosen for time in one.times.all()) and one.state == "welcome"
    return Line(
        contact=one,
        other=one.mentee if is_mentor else one.mentor,
        is_mentor=is_mentor,
        is_her_turn=one.state in turns or (not is_mentor and has_times),
        asks=str(one.said["ask"]) if is_mentor and one.state == HELLO else "",
    )


def _times(one: "FirstContact", other: "Profile", request: MemberRequest) -> list[Time]:
    zone = ZoneInfo(other.time_zone)
    return [
        Time(
            time=time,
            here=localtime(time.starts_at),
            there=time.starts_at.astimezone(zone),
            is_over=time.starts_at <= request.now,
        )
        for time in one.times.all()
        if time.is_chosen or one.state != BOOKED or time.starts_at > request.now
    ]


def _others_waiting(one: "FirstContact", line: Line) -> int:
    """Once a mentor said yes, whether the others are still to be asked."""
    if line.is_mentor or one.state in WAITING or one.state in {"declined", "lapsed", "withdrawn"}:
        return 0
    return queries.others_waiting(one)


def _load(one: "FirstContact") -> dict[str, int]:
    """What a mentor carries before she says yes."""
    return {
        "carried": queries.carried(one.mentor),
        "left": queries.places_left(one.mentor, Kind(one.role)),
        "waiting": queries.hellos_waiting(one.mentor),
    }
