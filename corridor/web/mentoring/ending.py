"""A relationship ends, by either, without a reason; for two days that can be taken back."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.mentoring import actions, letters
from corridor.mentoring.choices import Ending
from corridor.web.meetings.panel import falling_away
from corridor.web.mentoring.forms import ENDINGS, EndForm, ThanksForm
from corridor.web.mentoring.refusals import REFUSED, sentence
from corridor.web.mentoring.rights import done, to_relationship
from corridor.web.mentoring.whole import show
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship


@require_http_methods(["GET", "HEAD", "POST"])
@of_relationship
def end(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    """What the other is told is shown before it is sent."""
    form = EndForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and "look" not in request.POST:
        try:
            actions.end_relationship(
                relationship.pk,
                by=request.profile,
                ending=Ending(form.cleaned_data["ending"]),
                said=form.said(),
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            undo = reverse("relationship-take-back", args=[relationship.pk])
            messages.success(request, _("It has ended."), extra_tags=undo)
            return to_relationship(relationship)
    context = {
        "relationship": relationship,
        "other": relationship.other_than(request.profile),
        "form": form,
        "tellings": [
            (label, letters.words_of_end(request.profile, value)) for value, label in ENDINGS
        ],
        "line": form["line"].value() if form.is_bound else "",
        "falling_away": falling_away(relationship, now=request.now),
    }
    return render(request, "mentoring/end.html", context, status=422 if form.errors else 200)


@require_POST
@of_relationship
def take_back(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    return done(
        request,
        lambda: actions.take_back_end(relationship.pk, by=request.profile, now=request.now),
        says=_("Taken back: you work together as before."),
        then=to_relationship(relationship),
    )


@require_POST
@of_relationship
def thank(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    form = ThanksForm(request.POST)
    if form.is_valid():
        words = form.cleaned_data["words"].replace("\r\n", "\n")
        try:
            actions.say_thanks(relationship.pk, words, by=request.profile, now=request.now)
        except REFUSED as refusal:
            form.add_error("words", sentence(refusal))
        else:
            messages.success(request, _("Said. It stands here for both of you."))
            return to_relationship(relationship)
    return show(request, relationship, thanks_form=form)
