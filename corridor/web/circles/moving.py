"""A circle pauses, goes on and closes, by one who leads it."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corridor.mentoring.actions import circles
from corridor.web.circles.forms import PauseForm
from corridor.web.circles.rights import done, of_circle, to_circle
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.queries import SeenCircle


@require_POST
@of_circle
def pause(request: MemberRequest, seen: "SeenCircle") -> HttpResponse:
    form = PauseForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose a day that is still to come, or none."))
        return to_circle(seen)
    return done(
        request,
        lambda: circles.pause_circle(
            seen.circle.pk,
            by=request.profile,
            until=form.cleaned_data["until"],
            now=request.now,
        ),
        says=_("Paused. Meetings to come are called off, and everybody is told."),
        then=to_circle(seen),
    )


@require_POST
@of_circle
def resume(request: MemberRequest, seen: "SeenCircle") -> HttpResponse:
    return done(
        request,
        lambda: circles.resume_circle(seen.circle.pk, by=request.profile, now=request.now),
        says=_("You go on."),
        then=to_circle(seen),
    )


@require_POST
@of_circle
def close(request: MemberRequest, seen: "SeenCircle") -> HttpResponse:
    return done(
        request,
        lambda: circles.close_circle(seen.circle.pk, by=request.profile, now=request.now),
        says=_("Closed. What was written stays to read for everybody who was in it."),
        then=to_circle(seen),
    )
