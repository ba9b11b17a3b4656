"""`/you/shield/`: what goes on around the viewer, and what keeps it from her."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.people import actions as people
from corridor.people import queries as known
from corridor.safety import actions, queries
from corridor.safety.surge_words import sentence
from corridor.web.shields.forms import ShieldForm
from corridor.web.viewer import MemberRequest, member_required

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def shield(request: MemberRequest) -> HttpResponse:
    up = known.shield_of(request.profile.pk)
    form = ShieldForm(request.POST if request.method == "POST" else None, initial=_as_it_is(up))
    if form.is_valid():
        people.raise_shield(form.wishes(), profile=request.profile, now=request.now)
        messages.success(request, _("Your shield is up.") if up is None else _("Kept."))
        return redirect("shield")
    surge = queries.surge_around(request.profile.pk)
    counts = queries.waiting_counts(request.profile.pk, now=request.now)
    context = {
        "form": form,
        "shield": up,
        "surge": surge,
        "reasons": [sentence(one, to_her=True) for one in queries.reasons(surge)] if surge else [],
        "waiting": sum(counts.values()),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "shields/shield.html", context, status=status)


@require_POST
@member_required
def lower(request: MemberRequest) -> HttpResponse:
    try:
        people.lower_shield(profile=request.profile, now=request.now)
    except people.NoShield as error:
        raise Http404 from error
    messages.success(
        request, _("Your shield is down. What lies in the folder stays there until you look.")
    )
    return redirect("shield")


@require_POST
@member_required
def wave_off(request: MemberRequest) -> HttpResponse:
    try:
        actions.wave_off(profile_id=request.profile.pk, now=request.now)
    except actions.NoSurge as error:
        raise Http404 from error
    messages.success(request, _("Good to hear. You can raise a shield whenever you want."))
    return redirect("shield")


def _as_it_is(up: object) -> dict[str, object]:
    names = ("lets_through", "hides_counts", "is_slow")
    return {name: getattr(up, name) for name in names} if up is not None else {}
