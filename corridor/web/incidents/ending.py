"""A file is closed, opened again, or deleted."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from corridor.incidents import actions, queries
from corridor.web.incidents.readings import incident_or_404, text
from corridor.web.incidents.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def close(request: MemberRequest, incident_id: int) -> HttpResponse:
    kept = incident_or_404(request, incident_id)
    refusal = ""
    if request.method == "POST":
        try:
            actions.close_incident(
                text(request, "words"), incident=kept, by=request.profile, now=request.now
            )
        except REFUSED as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Closed. It stays yours, and you can open it again."))
            return redirect("incident", kept.pk)
    context = {"whole": queries.opened(kept), "refusal": refusal, "words": text(request, "words")}
    return render(request, "incidents/close.html", context, status=422 if refusal else 200)


@require_POST
@member_required
def reopen(request: MemberRequest, incident_id: int) -> HttpResponse:
    kept = incident_or_404(request, incident_id)
    try:
        actions.reopen_incident(incident=kept, by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("Open again."))
    return redirect("incident", kept.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def delete(request: MemberRequest, incident_id: int) -> HttpResponse:
    """She is asked first: nothing brings it back."""
    kept = incident_or_404(request, incident_id)
    if request.method == "POST":
        actions.delete_incident(incident=kept, by=request.profile)
        messages.success(request, _("Deleted, with everything that was in it."))
        return redirect("incidents")
    return render(request, "incidents/delete.html", {"whole": queries.opened(kept)})
