"""Somebody says what she gives and seeks, and whether she takes anybody on now."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.algorithms.careers import FIRST_ATTENDING
from corridor.people import actions, queries
from corridor.people.choices import Kind
from corridor.web.offers.forms import AwayForm, OffersAndWishes
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def offers(request: MemberRequest) -> HttpResponse:
    form = OffersAndWishes(
        request.POST if request.method == "POST" else None, profile=request.profile
    )
    if request.method == "POST" and form.is_valid():
        _keep(request.profile, form)
        messages.success(request, _("Kept."))
        return redirect("offers")
    return _page(request, form, AwayForm())


@require_POST
@member_required
def away(request: MemberRequest) -> HttpResponse:
    """From a day on; the button that pauses at once sends no days."""
    form = AwayForm(request.POST)
    today = request.now.date()
    if "now" in request.POST:
        actions.set_away(profile=request.profile, starts_on=today, ends_on=None, by=request.profile)
    elif form.is_valid():
        actions.set_away(profile=request.profile, by=request.profile, **form.cleaned_data)
    else:
        return _page(request, OffersAndWishes(None, profile=request.profile), form)
    messages.success(request, _("Nobody new is sent to you while you are away."))
    return redirect("offers")


@require_POST
@member_required
def back(request: MemberRequest) -> HttpResponse:
    actions.end_away(profile=request.profile, by=request.profile)
    messages.success(request, _("Welcome back: you can be asked again."))
    return redirect("offers")


def _page(request: MemberRequest, form: OffersAndWishes, away_form: AwayForm) -> HttpResponse:
    context = {
        "form": form,
        "away_form": away_form,
        "away": queries.away_of(request.profile, today=request.now.date()),
        "today": request.now.date(),
        "sponsors_early": _sponsors_early(request.profile),
    }
    status = 422 if form.errors or away_form.errors else 200
    return render(request, "offers/offers.html", context, status=status)


@transaction.atomic
def _keep(profile: "Profile", form: OffersAndWishes) -> None:
    given = [offer.offer() for offer in form.offers]
    sought = [wish.wish() for wish in form.wishes]
    actions.set_offers(profile=profile, offers=[one for one in given if one], by=profile)
    actions.set_wishes(profile=profile, wishes=[one for one in sought if one], by=profile)
    days = form.promise.cleaned_data["days"]
    actions.set_reply_promise(profile=profile, days=days, by=profile)


def _sponsors_early(profile: "Profile") -> bool:
    """A sponsor opens doors by her own rank; a mentor needs none (DOMAIN, section 1)."""
    career = profile.career
    is_early = career is not None and career.rung is not None and career.rung < FIRST_ATTENDING
    return is_early and profile.offers.filter(kind=Kind.SPONSORSHIP).exists()
