"""A mentor offers office hours, words them anew, and ends them."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from corridor.mentoring import queries
from corridor.mentoring.actions import office_hours
from corridor.web.given_numbers import LARGEST
from corridor.web.office_hours.forms import OfferForm, WordsForm
from corridor.web.office_hours.refusals import REFUSED, field_of, sentence
from corridor.web.office_hours.rights import done
from corridor.web.viewer import MemberRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def offer(request: MemberRequest) -> HttpResponse:
    form = OfferForm(
        request.POST if request.method == "POST" else None,
        zone=request.profile.time_zone,
        circles=queries.circles_led(request.profile),
        programmes=queries.programmes_of(request.profile),
    )
    if form.is_bound and form.is_valid():
        try:
            office_hours.offer_hours(form.new_hours(), by=request.profile, now=request.now)
        except REFUSED as refusal:
            form.add_error(field_of(refusal), sentence(refusal))
        else:
            messages.success(request, _("Offered. Whoever they are for finds them from now on."))
            return redirect("office-hours")
    status = 422 if form.errors else 200
    return render(request, "office_hours/new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def word(request: MemberRequest, hours_id: int) -> HttpResponse:
    hours = queries.hours_of_hers(min(hours_id, LARGEST), viewer=request.profile)
    if hours is None:
        raise Http404
    form = WordsForm(request.POST if request.method == "POST" else None, initial=hours.words)
    if form.is_bound and form.is_valid():
        try:
            office_hours.word_hours(
                hours.pk, **form.cleaned_data, by=request.profile, now=request.now
            )
        except REFUSED as refusal:
            form.add_error(field_of(refusal), sentence(refusal))
        else:
            messages.success(request, _("Kept. Calendars that ask for it have it, too."))
            return redirect("office-hours")
    status = 422 if form.errors else 200
    return render(request, "office_hours/words.html", {"form": form}, status=status)


@require_POST
@member_required
def end(request: MemberRequest, hours_id: int) -> HttpResponse:
    hours = queries.hours_of_hers(min(hours_id, LARGEST), viewer=request.profile)
    if hours is None:
        raise Http404
    return done(
        request,
        lambda: office_hours.end_hours(hours.pk, by=request.profile, now=request.now),
        says=_("Ended. Dates to come are called off, and whoever signed up is told."),
        then=redirect("office-hours"),
    )
