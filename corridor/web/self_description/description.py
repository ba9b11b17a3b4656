"""What somebody says of herself: saying it, seeing it, deleting all of it."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from corridor.people import actions, queries
from corridor.people.actions import NewAnswer
from corridor.people.choices import Audience, Purpose
from corridor.web.self_description.agreements import uses
from corridor.web.self_description.forms import DescriptionForm
from corridor.web.self_description.switch import identity_features_required
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@identity_features_required
@member_required
def description(request: MemberRequest) -> HttpResponse:
    said = _said(request.profile)
    form = DescriptionForm(
        request.POST if request.method == "POST" else None,
        questions=queries.questions(),
        said=said,
    )
    if form.is_valid():
        actions.describe_self(
            profile=request.profile, answers=form.answers(), by=request.profile, now=request.now
        )
        messages.success(request, _("Kept, sealed."))
        return redirect("self-description")
    listed = uses(request.profile)
    is_shown = any(use.purpose == Purpose.DISPLAY and use.since for use in listed)
    opened = any(answer.audience != Audience.NOBODY for answer in said.values())
    return render(
        request,
        "self_description/description.html",
        {
            "form": form,
            "uses": listed,
            "waits_for_agreement": opened and not is_shown,
            "is_shown": is_shown,
            "has_said": bool(said),
        },
        status=UNPROCESSABLE if form.errors else 200,
    )


@require_POST
@member_required
def deletion(request: MemberRequest) -> HttpResponse:
    """Also where self-description is switched off: then it is asked for on *Your data*."""
    actions.delete_description(profile=request.profile, by=request.profile, now=request.now)
    messages.success(
        request,
        _(
            "Deleted: all answers, all agreements. Backups of this server still hold the sealed"
            " answers until they are overwritten."
        ),
    )
    return redirect("your-data")


def _said(profile: "Profile") -> dict[str, NewAnswer]:
    said = {}
    for facet in queries.own_facets(profile):
        answer = queries.answer_in(facet)
        said[facet.question.slug] = NewAnswer(
            options=answer.options, own_words=answer.own_words, audience=facet.audience
        )
    return said
