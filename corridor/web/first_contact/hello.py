"""A mentee says hello to a mentor, in three lines."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.mentoring import actions, queries
from corridor.mentoring.askable import SENTENCES
from corridor.people import queries as people
from corridor.people.choices import Kind
from corridor.web.first_contact.forms import HelloForm
from corridor.web.first_contact.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile


def mentor_or_404(request: MemberRequest, handle: str) -> "Profile":
    found = people.profile_seen(handle, viewer=request.profile, today=request.now.date())
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def hello(request: MemberRequest, handle: str) -> HttpResponse:
    mentor = mentor_or_404(request, handle)
    there = queries.contact_between(request.profile, mentor)
    if there is not None:
        return redirect("first-contact", there.pk)
    offers, _wishes = people.offers_and_wishes(mentor)
    roles = [Kind(offer.kind) for offer in offers]
    form = HelloForm(request.POST if request.method == "POST" else None, roles=roles)
    if form.is_valid():
        try:
            made = actions.say_hello(
                form.hello(),
                mentor=mentor,
                role=Kind(form.cleaned_data["role"]),
                by=request.profile,
                now=request.now,
            )
        except REFUSED as refused:
            form.add_error(None, sentence(refused))
        else:
            messages.success(request, _("Your hello is on its way."))
            return redirect("first-contact", made.pk)
    context = {
        "mentor": mentor,
        "form": form,
        "why_not": _why_not(request, mentor, roles),
        "own_like": queries.own_like(request.profile, mentor),
    }
    status = 422 if form.errors else 200
    return render(request, "first_contact/hello.html", context, status=status)


def _why_not(request: MemberRequest, mentor: "Profile", roles: list[Kind]) -> str:
    """Empty where one of her roles may be asked for."""
    reasons = [
        queries.why_not(request.profile, mentor, role=role, now=request.now)
        for role in roles or [Kind.MENTORSHIP]
    ]
    first = reasons[0]
    return "" if None in reasons or first is None else str(SENTENCES[first])
