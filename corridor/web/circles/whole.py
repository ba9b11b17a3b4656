"""`/circles/<n>/`: one circle, for whoever has a seat in it or thinks of asking for one."""

from typing import TYPE_CHECKING

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
    from corridor.mentoring.queries import SeenCircle


@require_safe
@never_cache
@of_circle
def circle(request: MemberRequest, seen: "SeenCircle") -> HttpResponse:
    state = seen.hers.state if seen.hers else ""
    inside = seen.is_in
    context = {
        "seen": seen,
        "circle": seen.circle,
        "words": seen.circle.words,
        "is_peer": seen.circle.shape == Shape.PEER,
        "is_invited": state == SeatState.INVITED and seen.circle.is_open,
        "is_waiting": state == SeatState.WAITING,
        "may_ask": state not in (SeatState.INVITED, SeatState.IN, SeatState.WAITING),
        "talks": inside and seen.circle.conversation_id,
        "meetings": queries.circle_meetings(seen.circle, viewer=request.profile) if inside else [],
        "topics": queries.circle_topics(seen.circle) if inside else [],
        "pause": PauseForm(),
        "now": request.now,
    }
    return render(request, "circles/circle.html", context)


@require_POST
@of_circle
def add_topic(request: MemberRequest, seen: "SeenCircle") -> HttpResponse:
    text = request.POST.get("text", "")
    return done(
        request,
        lambda: circles.add_topic(seen.circle.pk, text, by=request.profile, now=request.now),
        says="",
        then=to_circle(seen),
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
