"""Each step of a first contact: one button, one action."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from corridor.mentoring import actions
from corridor.mentoring.states_of_contacts import WAITING
from corridor.web.first_contact.contacts import contact_or_404, contact_page
from corridor.web.first_contact.forms import LineForm, WelcomeForm
from corridor.web.first_contact.refusals import REFUSED, sentence
from corridor.web.given_numbers import number_in
from corridor.web.viewer import MemberRequest, member_required


@require_POST
@member_required
def ask_more(request: MemberRequest, number: int) -> HttpResponse:
    return _line(
        request,
        number,
        lambda words: actions.ask_more(number, question=words, by=request.profile, now=request.now),
    )


@require_POST
@member_required
def say_more(request: MemberRequest, number: int) -> HttpResponse:
    return _line(
        request,
        number,
        lambda words: actions.say_more(number, answer=words, by=request.profile, now=request.now),
    )


@require_POST
@member_required
def welcome(request: MemberRequest, number: int) -> HttpResponse:
    """A yes; said again, with other times."""
    found = contact_or_404(request, number)
    form = WelcomeForm(request.POST)
    is_yes = found.state in WAITING
    say = actions.welcome if is_yes else actions.offer_times
    if form.is_valid():
        try:
            say(
                number,
                times=form.times(),
                where=form.cleaned_data["where"],
                by=request.profile,
                now=request.now,
            )
        except REFUSED as refused:
            form.add_error(None, sentence(refused))
        else:
            words = _("Told. You can write to each other now.") if is_yes else _("Told.")
            messages.success(request, words)
            return redirect("first-contact", number)
    return contact_page(request, number, welcome_form=form)


@require_POST
@member_required
def book(request: MemberRequest, number: int) -> HttpResponse:
    time_id = number_in(request.POST.get("time", "")) or 0
    return _step(
        request,
        number,
        lambda: actions.book(number, time_id=time_id, by=request.profile, now=request.now),
    )


@require_POST
@member_required
def wish(request: MemberRequest, number: int) -> HttpResponse:
    return _step(
        request,
        number,
        lambda: actions.wish_to_go_on(number, by=request.profile, now=request.now),
    )


@require_POST
@member_required
def match(request: MemberRequest, number: int) -> HttpResponse:
    contact_or_404(request, number)
    try:
        actions.go_on_together(number, by=request.profile, now=request.now)
    except REFUSED as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("You work together from today."))
    return redirect("first-contact", number)


@require_POST
@member_required
def end(request: MemberRequest, number: int) -> HttpResponse:
    contact_or_404(request, number)
    try:
        actions.decline_contact(number, by=request.profile, now=request.now)
    except REFUSED as refused:
        messages.error(request, sentence(refused))
        return redirect("first-contact", number)
    messages.success(request, _("It is over. The other is told so kindly, without a reason."))
    return redirect("first-contacts")


@require_POST
@member_required
def settle(request: MemberRequest) -> HttpResponse:
    count = actions.settle_others(mentee=request.profile, now=request.now)
    words = ngettext(
        "%d hello is settled, and its mentor told that nothing is to be done.",
        "%d hellos are settled, and their mentors told that nothing is to be done.",
        count,
    )
    messages.success(request, words % count)
    return redirect("first-contacts")


def _line(request: MemberRequest, number: int, deed: Callable[[str], None]) -> HttpResponse:
    contact_or_404(request, number)
    form = LineForm(request.POST)
    if form.is_valid():
        try:
            deed(form.cleaned_data["words"])
        except REFUSED as refused:
            form.add_error("words", sentence(refused))
        else:
            return redirect("first-contact", number)
    return contact_page(request, number, line_form=form)


def _step(request: MemberRequest, number: int, deed: Callable[[], None]) -> HttpResponse:
    contact_or_404(request, number)
    try:
        deed()
    except actions.NotYourContact as nothing:
        raise Http404 from nothing
    except REFUSED as refused:
        messages.error(request, sentence(refused))
    return redirect("first-contact", number)
