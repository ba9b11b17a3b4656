"""One date: its queue, for whoever asks and for the mentor."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.algorithms.calendar_files.writing import feed as write_feed
from corridor.mentoring.actions import office_hours
from corridor.mentoring.office_calendar import entry_of_sitting, entry_of_turn
from corridor.mentoring.queries import SeenSitting
from corridor.web.given_numbers import number_in
from corridor.web.meetings.calendar import attached
from corridor.web.office_hours.forms import SignUpForm
from corridor.web.office_hours.refusals import REFUSED, field_of, sentence
from corridor.web.office_hours.rights import done, of_own_sitting, of_sitting
from corridor.web.viewer import MemberRequest


@require_http_methods(["GET", "HEAD", "POST"])
@of_sitting
def sitting(request: MemberRequest, seen: SeenSitting) -> HttpResponse:
    """A POST signs up."""
    form = SignUpForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            turn = office_hours.sign_up(
                seen.sitting.pk, **form.cleaned_data, by=request.profile, now=request.now
            )
        except REFUSED as refusal:
            form.add_error(field_of(refusal), sentence(refusal))
        else:
            messages.success(request, _signed_up(is_queued=turn.state == "queued"))
            return redirect("sitting", seen.sitting.pk)
    context = {
        "seen": seen,
        "sitting": seen.sitting,
        "hours": seen.sitting.hours,
        "has_begun": seen.sitting.starts_at <= request.now,
        "form": form,
    }
    template = "office_hours/_queue.html" if request.htmx else "office_hours/sitting.html"
    return render(request, template, context, status=422 if form.errors else 200)


@require_POST
@of_sitting
def withdraw(request: MemberRequest, seen: SeenSitting) -> HttpResponse:
    return done(
        request,
        lambda: office_hours.withdraw(seen.sitting.pk, by=request.profile, now=request.now),
        says=_("You gave up your turn. If that was a mistake, take it again."),
        then=to_sitting(seen),
    )


@require_POST
@of_sitting
def take_again(request: MemberRequest, seen: SeenSitting) -> HttpResponse:
    return done(
        request,
        lambda: office_hours.take_again(seen.sitting.pk, by=request.profile, now=request.now),
        says=_("You are back, before everybody who signed up after you."),
        then=to_sitting(seen),
    )


@require_POST
@of_sitting
@of_own_sitting
def queue(request: MemberRequest, seen: SeenSitting) -> HttpResponse:
    """Closed, or opened again."""
    number, by, now = seen.sitting.pk, request.profile, request.now
    deed = request.POST.get("deed")
    if deed == "close":
        closed = _("Closed: nobody else signs up for this date.")
        return done(
            request,
            lambda: office_hours.close_queue(number, by=by),
            says=closed,
            then=to_sitting(seen),
        )
    if deed == "open":
        return done(
            request,
            lambda: office_hours.open_queue(number, by=by, now=now),
            says=_("Open again."),
            then=to_sitting(seen),
        )
    return HttpResponseBadRequest()


@require_POST
@of_sitting
@of_own_sitting
def call(request: MemberRequest, seen: SeenSitting) -> HttpResponse:
    """The next, or one that was chosen."""
    given = request.POST.get("turn", "")
    chosen = number_in(given) if given else None
    if given and chosen is None:
        return HttpResponseBadRequest()
    return done(
        request,
        lambda: office_hours.call_next(
            seen.sitting.pk, turn_id=chosen, by=request.profile, now=request.now
        ),
        says=_("Called. The page and a notice tell that it is their turn."),
        then=to_sitting(seen),
    )


@require_POST
@of_sitting
@of_own_sitting
def end_turn(request: MemberRequest, seen: SeenSitting) -> HttpResponse:
    turn_id, answer = number_in(request.POST.get("turn", "")), request.POST.get("came")
    if turn_id is None or answer not in ("yes", "no"):
        return HttpResponseBadRequest()
    return done(
        request,
        lambda: office_hours.end_turn(
            turn_id, came=answer == "yes", by=request.profile, now=request.now
        ),
        says=_("Noted."),
        then=to_sitting(seen),
    )


@require_POST
@of_sitting
@of_own_sitting
def end(request: MemberRequest, seen: SeenSitting) -> HttpResponse:
    """Over, once it has begun; called off before."""
    number, by, now = seen.sitting.pk, request.profile, request.now
    if request.POST.get("deed") == "off":
        return done(
            request,
            lambda: office_hours.cancel_sitting(number, by=by, now=now),
            says=_("Called off, and everybody who signed up is told."),
            then=redirect("office-hours"),
        )
    if request.POST.get("deed") == "finish":
        return done(
            request,
            lambda: office_hours.finish_sitting(number, by=by, now=now),
            says=_("Over. Whoever was not reached is told."),
            then=to_sitting(seen),
        )
    return HttpResponseBadRequest()


@require_safe
@of_sitting
def file(request: MemberRequest, seen: SeenSitting) -> HttpResponse:
    """For the calendar of its mentor, or of somebody in the queue."""
    if seen.is_own:
        one = entry_of_sitting(seen.sitting)
    elif seen.hers is not None:
        seen.hers.sitting = seen.sitting
        one = entry_of_turn(seen.hers, now=request.now)
    else:
        messages.error(request, _("Sign up first: then it is for your calendar."))
        return redirect("sitting", seen.sitting.pk)
    return attached(write_feed([one], name=_("Office hours on Corridor")), "office-hours")


def to_sitting(seen: SeenSitting) -> HttpResponse:
    return redirect("sitting", seen.sitting.pk)


def _signed_up(*, is_queued: bool) -> str:
    if is_queued:
        return _("You are in the queue. A mail brings it into your calendar.")
    return _("You are on the waiting list, and move up by yourself when somebody withdraws.")
