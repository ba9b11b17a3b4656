"""`/@handle/vouch/`: a member says that she knows somebody."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.people import queries
from corridor.people.actions import verifying
from corridor.web.verification.forms import VouchForm
from corridor.web.verification.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def vouch(request: MemberRequest, handle: str) -> HttpResponse:
    vouched = _seen(request, handle)
    form = VouchForm(request.POST or None)
    if form.is_valid():
        try:
            badge = verifying.vouch_for(
                vouched=vouched,
                by=request.profile,
                knows_from=form.cleaned_data["knows_from"],
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error("knows_from", sentence(refusal))
        else:
            said = (
                _("You vouch for %s, and yours makes the badge.")
                if badge
                else _("You vouch for %s. One more member, and there is a badge.")
            )
            messages.success(request, said % vouched.display_name)
            return redirect("vouch", vouched.handle)
    context = {
        "vouched": vouched,
        "form": form,
        "is_own": vouched.pk == request.profile.pk,
        "standing": queries.vouch_of(request.profile, vouched),
        "can_vouch": queries.is_verified_beyond_vouches(request.profile, now=request.now),
    }
    return render(request, "verification/vouch.html", context, status=422 if form.errors else 200)


@require_POST
@member_required
def withdraw(request: MemberRequest, handle: str) -> HttpResponse:
    # Also of somebody whom she has come to be kept from: her word stays hers.
    vouched = queries.vouched_by(request.profile, handle)
    if vouched is None:
        raise Http404
    try:
        ended = verifying.withdraw_vouch(vouched=vouched, by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        said = (
            _("You vouch no more for %s, whose badge ended with it.")
            if ended
            else _("You vouch no more for %s.")
        )
        messages.success(request, said % vouched.display_name)
    return redirect("verification")


def _seen(request: MemberRequest, handle: str) -> "Profile":
    profile = queries.profile_seen(handle, viewer=request.profile, today=request.now.date())
    if profile is None:
        raise Http404
    return profile
