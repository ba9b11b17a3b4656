"""Who sees the viewer, and who may follow her."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.people import actions
from corridor.people.choices import Visibility
from corridor.people.way_in import PRIVACY
from corridor.web.relations.forms import PrivacyForm
from corridor.web.viewer import MemberRequest, member_required

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def privacy(request: MemberRequest) -> HttpResponse:
    profile = request.profile
    now_set = {name: getattr(profile, name) for name in PrivacyForm.base_fields}
    form = PrivacyForm(request.POST if request.method == "POST" else None, initial=now_set)
    if form.is_valid():
        chosen = form.cleaned_data
        settings = actions.PrivacySettings(
            visibility=Visibility(chosen["visibility"]),
            is_listed=chosen["is_listed"],
            is_pseudonymous=chosen["is_pseudonymous"],
            approves_followers=chosen["approves_followers"],
            is_searchable=chosen["is_searchable"],
        )
        actions.set_privacy(profile=profile, settings=settings, by=profile, now=request.now)
        messages.success(request, _("Kept."))
        return redirect("privacy")
    actions.pass_step(profile=profile, step=PRIVACY, was_skipped=False, by=profile, now=request.now)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "relations/privacy.html", {"form": form}, status=status)
