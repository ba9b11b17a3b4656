"""Everything the server holds about somebody, for her to take with her."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from corridor.kernel.rate_limits import is_within_limit
from corridor.people import actions, queries
from corridor.web.accounts.confirmed import confirmed
from corridor.web.viewer import MemberRequest, member_required

ARCHIVES, SECONDS = 5, 3600


@require_safe
@never_cache
@member_required
def your_data(request: MemberRequest) -> HttpResponse:
    kept_unread = not settings.IDENTITY_FEATURES and queries.own_facets(request.profile).exists()
    return render(request, "your_data/your_data.html", {"kept_unread": kept_unread})


@require_POST
@never_cache
@member_required
@confirmed
def download(request: MemberRequest) -> HttpResponse:
    """Not at a screen that somebody left open: she shows once more that it is her."""
    deed = f"archive-{request.profile.pk}"
    if not is_within_limit(request, deed, most=ARCHIVES, seconds=SECONDS):
        messages.error(request, _("That was often. Try again in an hour."))
        return redirect("your-data")
    archive = actions.export_archive(profile=request.profile, by=request.profile, now=request.now)
    name = f"corridor-{request.profile.handle}-{request.now:%Y-%m-%d}.zip"
    return HttpResponse(
        archive,
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
