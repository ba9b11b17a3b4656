"""`/you/flags/`: what somebody flagged, and what came of it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.people import queries as people
from corridor.safety import queries
from corridor.web.viewer import MemberRequest, member_required


@require_safe
@member_required
def flags(request: MemberRequest) -> HttpResponse:
    return render(request, "safety/flags.html", {"flags": queries.own_flags(request.profile.pk)})


@require_safe
@member_required
def flag(request: MemberRequest, flag_id: int) -> HttpResponse:
    """The same page right after flagging and later."""
    found = queries.own_flag(flag_id, viewer_id=request.profile.pk)
    if found is None:
        raise Http404
    today = request.now.date()
    person = found.about and people.profile_named(found.about, viewer=request.profile, today=today)
    relation = (
        people.relation_to(person, viewer=request.profile, now=request.now) if person else None
    )
    context = {"one": found, "person": person, "relation": relation}
    return render(request, "safety/flagged.html", context)
