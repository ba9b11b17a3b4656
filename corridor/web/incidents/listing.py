"""`/you/incidents/`: the files of the viewer, and a new one."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from corridor.incidents import actions, queries
from corridor.incidents.resources import resources
from corridor.web.incidents.forms import TellingForm
from corridor.web.incidents.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, member_required

UNPROCESSABLE = 422


@require_safe
@never_cache
@member_required
def incidents(request: MemberRequest) -> HttpResponse:
    context = {
        "incidents": queries.own_incidents(request.profile),
        "waiting": queries.check_ins_waiting(request.profile),
        "resources": resources(request.profile.country).items(),
    }
    return render(request, "incidents/incidents.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def begin(request: MemberRequest) -> HttpResponse:
    form = TellingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = actions.open_incident(
                form.told(),
                check_ins=form.check_ins_wanted(),
                by=request.profile,
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return redirect("incident", made.pk)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "incidents/telling.html", {"form": form}, status=status)
