"""A relationship rests, and goes on."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.mentoring import actions, letters
from corridor.web.meetings.panel import falling_away
from corridor.web.mentoring.forms import PauseForm
from corridor.web.mentoring.refusals import REFUSED, sentence
from corridor.web.mentoring.rights import done, to_relationship
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship


@require_http_methods(["GET", "HEAD", "POST"])
@of_relationship
def pause(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    """What the other is told is shown before it is sent."""
    form = PauseForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and "look" not in request.POST:
        try:
            actions.pause_relationship(
                relationship.pk,
                by=request.profile,
                until=form.cleaned_data["until"],
                said=form.said(),
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Paused. You take it up again here."))
            return to_relationship(relationship)
    until = form.cleaned_data.get("until") if form.is_bound and form.is_valid() else None
    context = {
        "relationship": relationship,
        "other": relationship.other_than(request.profile),
        "form": form,
        "told": letters.words_of_pause(request.profile, until),
        "line": form["line"].value() if form.is_bound else "",
        "falling_away": falling_away(relationship, now=request.now),
    }
    return render(request, "mentoring/pause.html", context, status=422 if form.errors else 200)


@require_POST
@of_relationship
def resume(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    return done(
        request,
        lambda: actions.resume_relationship(relationship.pk, by=request.profile, now=request.now),
        says=_("You go on."),
        then=to_relationship(relationship),
    )
