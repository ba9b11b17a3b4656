"""`/@.../block/network/`: somebody is blocked together with those who came with them."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from corridor.people import queries as people
from corridor.safety import queries
from corridor.web.relations.lately import BLOCK, keep_apart
from corridor.web.viewer import MemberRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def network(request: MemberRequest, handle: str) -> HttpResponse:
    """A look first; then those ticked are blocked, which is undone in one go."""
    person = people.profile_named(handle, viewer=request.profile, today=request.now.date())
    if person is None or person.pk == request.profile.pk:
        raise Http404
    others = queries.network_of(person.pk, around=request.profile.pk, now=request.now)
    if request.method == "POST":
        ticked = set(request.POST.getlist("person"))
        chosen = [one.pk for one in others if str(one.pk) in ticked]
        keep_apart([person.pk, *chosen], what=BLOCK, request=request)
        return redirect("blocked")
    return render(request, "shields/network.html", {"person": person, "others": others})
