"""An incident file to take along, whole or without some of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from corridor.incidents import queries
from corridor.kernel.rate_limits import is_within_limit_of
from corridor.web.accounts.confirmed import confirmed
from corridor.web.incidents.readings import incident_or_404
from corridor.web.viewer import MemberRequest, member_required

COPIES, SECONDS = 20, 3600


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
@confirmed
def export(request: MemberRequest, incident_id: int) -> HttpResponse:
    """Not at a screen that somebody left open: she shows once more that it is her."""
    kept = incident_or_404(request, incident_id)
    if request.method != "POST":
        return render(request, "incidents/export.html", {"whole": queries.opened(kept)})
    if not is_within_limit_of(str(request.profile.pk), "export", most=COPIES, seconds=SECONDS):
        messages.error(request, _("That was often. Try again in an hour."))
        return redirect("incident-export", kept.pk)
    chosen = set(request.POST.getlist("piece"))
    without = {one.number for one in queries.opened(kept).shown if str(one.number) not in chosen}
    content = queries.export_of(
        kept, without=without, in_full="in_full" in request.POST, now=request.now
    )
    name = f"incident-{kept.pk}-{request.now:%Y-%m-%d}.zip"
    return HttpResponse(
        content,
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
