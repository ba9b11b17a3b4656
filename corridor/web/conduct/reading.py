"""The code of conduct, for whoever takes part or looks at the programme."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.programmes import queries
from corridor.programmes.actions import conduct as actions
from corridor.programmes.conduct_words import ours
from corridor.programmes.queries import conduct as rules
from corridor.web.given_numbers import number_in
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship
    from corridor.programmes.models import Programme


@require_safe
def conduct(request: ViewerRequest, slug: str) -> HttpResponse:
    programme = _programme(request, slug)
    viewer = request.profile
    is_in = viewer is not None and rules.takes_part(programme, viewer=viewer)
    context = {
        "programme": programme,
        "conduct": rules.conduct(programme),
        "is_in": is_in,
        "accepted": rules.accepted(programme, by=viewer) if viewer and is_in else None,
        "hears": rules.who_hears(programme, viewer=viewer, today=request.now.date())
        if viewer and is_in
        else None,
    }
    return render(request, "conduct/conduct.html", context)


@require_POST
@member_required
def accept(request: MemberRequest, slug: str) -> HttpResponse:
    programme = _programme(request, slug)
    if not rules.takes_part(programme, viewer=request.profile):
        raise Http404
    try:
        actions.accept_conduct(programme, number_of(request), by=request.profile, now=request.now)
    except actions.ConductChanged:
        messages.error(request, _("It has changed meanwhile. Read the newer version first."))
        return redirect("conduct", slug)
    messages.success(request, _("Accepted. You find it on the page of each relationship."))
    onward = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(onward, allowed_hosts=None) and onward.startswith("/"):
        return redirect(onward)
    return redirect("conduct", slug)


@require_safe
@of_relationship
def of_two(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    viewer, other = request.profile, relationship.other_than(request.profile)
    programme = rules.programme_of(relationship.pk)
    context = {
        "relationship": relationship,
        "other": other,
        "programme": programme,
        "conduct": rules.conduct(programme) if programme else rules.Conduct(number=0, text=ours()),
        "is_in": programme is not None,
        "accepted": rules.accepted(programme, by=viewer) if programme else None,
        "hears": rules.who_hears(
            programme, viewer=viewer, today=request.now.date(), besides=[other.pk]
        )
        if programme
        else None,
    }
    return render(request, "conduct/conduct.html", context)


def number_of(request: ViewerRequest) -> int:
    """Of the version that was read. Raises BadRequest."""
    number = number_in(request.POST.get("number", ""))
    if number is None:
        raise BadRequest
    return number


def _programme(request: ViewerRequest, slug: str) -> "Programme":
    programme = queries.programme(slug, viewer=request.profile)
    if programme is None:
        raise Http404
    return programme
