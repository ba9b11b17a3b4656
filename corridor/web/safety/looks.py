"""`/queue/looks/`: what other moderators looked at, and whether they did anything there."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.people import queries as people
from corridor.safety import actions, queries
from corridor.web.given_numbers import number_in
from corridor.web.safety.rights import moderator_required
from corridor.web.viewer import MemberRequest


@require_http_methods(["GET", "HEAD", "POST"])
@moderator_required
def looks(request: MemberRequest) -> HttpResponse:
    if request.method == "POST":
        to = number_in(request.POST.get("to", ""))
        if to is not None:
            actions.see_looks(to=to, by=request.profile, now=request.now)
            messages.success(request, _("Noted: that you looked through these is in the log."))
        return redirect("queue-looks")
    found = queries.looks_of_others(request.profile)
    numbers = {one.by_number for one in found.looks}
    handles = {one.pk: one.handle for one in people.whole_profiles(numbers)}
    context = {
        "tab": "looks",
        "keeps_wordings": queries.keeps_wordings(request.profile),
        "looks": [(one, handles.get(one.by_number, "")) for one in found.looks],
        "to": found.to,
    }
    return render(request, "safety/looks.html", context)
