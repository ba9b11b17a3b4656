"""Yes, no, a place on the list, and out again."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corridor.mentoring.actions import circles
from corridor.web.circles.rights import done, of_circle, to_circle
from corridor.web.given_numbers import number_in
from corridor.web.pressed import pressed_yes
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.queries import SeenCircle


@require_POST
@of_circle
def answer(request: MemberRequest, seen: "SeenCircle") -> HttpResponse:
    number, by, now = seen.circle.pk, request.profile, request.now
    if pressed_yes(request):
        return done(
            request,
            lambda: circles.accept_seat(number, version=_version(request), by=by, now=now),
            says=_("You are in."),
            then=to_circle(seen),
        )
    return done(
        request,
        lambda: circles.decline_seat(number, by=by, now=now),
        says=_("Said. Nobody is told who said no."),
        then=redirect("circles"),
    )


@require_POST
@of_circle
def ask(request: MemberRequest, seen: "SeenCircle") -> HttpResponse:
    return done(
        request,
        lambda: circles.ask_for_seat(seen.circle.pk, by=request.profile, now=request.now),
        says=_("Asked. If a place is free it is offered to you here at once."),
        then=to_circle(seen),
    )


@require_POST
@of_circle
def leave(request: MemberRequest, seen: "SeenCircle") -> HttpResponse:
    return done(
        request,
        lambda: circles.leave_circle(seen.circle.pk, by=request.profile, now=request.now),
        says=_("You have left. Nobody is asked for a reason."),
        then=redirect("circles"),
    )


@require_POST
@of_circle
def agree(request: MemberRequest, seen: "SeenCircle") -> HttpResponse:
    return done(
        request,
        lambda: circles.agree_to_rules(
            seen.circle.pk, version=_version(request), by=request.profile
        ),
        says=_("Agreed."),
        then=to_circle(seen),
    )


def _version(request: MemberRequest) -> int:
    """Of the ground rules that she read; none matches where it is no number."""
    return number_in(request.POST.get("version", "")) or -1
