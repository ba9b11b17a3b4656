"""`/circles/<n>/`: one circle, for whoever has a seat in it or thinks of asking for one."""

from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from corridor.mentoring import queries
from corridor.mentoring.actions import circles
from corridor.mentoring.circle_choices import SeatState, Shape
from corridor.web.circles.forms import PauseForm
from corridor.web.circles.rights import done, of_circle, to_circle
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.models import CircleMeeting
    from corridor.mentoring.queries import SeenCircle, SeenMeeting

ON_A_PAGE = 12


@require_safe
@never_cache
@of_circle
def circle(request: MemberRequest, seen: "SeenCircle") -> HttpResponse:
    state = seen.hers.state if seen.hers else ""
    inside = seen.is_in
    past = Paginator(queries.circle_meetings_past(seen.circle), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    away = queries.kept_away_in(seen, viewer=request.profile, today=request.now.date())
    context = {
        "seen": seen,
        "away": away,
        "away_ids": {one.pk for one in away},
        "circle": seen.circle,
        "words": seen.circle.words,
        "is_peer": seen.circle.shape == Shape.PEER,
        "is_invited": state == SeatState.INVITED and seen.circle.is_open,
        "is_waiting": state == SeatState.WAITING,
        "may_ask": state not in (SeatState.INVITED, SeatState.IN, SeatState.WAITING),
        "talks": inside and seen.circle.conversation_id,
        "past": past,
        "meetings": _meetings(request, seen, past) if inside else [],
        "topics": queries.circle_topics(seen.circle) if inside else [],
        "pause": PauseForm(),
        "now": request.now,
    }
    return render(request, "circles/circle.html", context)


def _meetings(
    request: MemberRequest, seen: "SeenCircle", past: "Page[CircleMeeting]"
) -> "list[SeenMeeting]":
    """Those to come stand on the first page."""
    viewer = request.profile
    ahead = queries.circle_meetings_ahead(seen.circle, viewer=viewer) if past.number == 1 else []
    return [*ahead, *queries.seen_meetings(past, viewer=viewer)]


@require_POST
@of_circle
def add_topic(request: MemberRequest, seen: "SeenCircle") -> HttpResponse:
    text = request.POST.get("text", "")
    return done(
        request,
        lambda: circles.add_topic(seen.circle.pk, text, by=request.profile, now=request.now),
        says="",
        then=to_circle(seen),
        wrote=text,
    )


@require_POST
@of_circle
def tick_topic(request: MemberRequest, seen: "SeenCircle", topic_id: int) -> HttpResponse:
    return done(
        request,
        lambda: circles.tick_topic(seen.circle.pk, topic_id, by=request.profile, now=request.now),
        says="",
        then=to_circle(seen),
    )
