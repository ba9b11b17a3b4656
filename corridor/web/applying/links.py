"""Links of mails and of answers under posts: a page that says what it is, and a button.

Looking changes nothing.
"""

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.programmes import queries
from corridor.programmes.actions import applying
from corridor.web.applying.forms import beginning, with_interest
from corridor.web.applying.words import shut_in_words
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import Interest

LONGEST_TOKEN = 100


@require_http_methods(["GET", "HEAD", "POST"])
def round_invitation(request: ViewerRequest, token: str) -> HttpResponse:
    """A visitor sees what she is invited to, and signs in or joins before she begins."""
    invited = queries.invitation_by_link(token[:LONGEST_TOKEN], now=request.now)
    if invited is None:
        return _over(request)
    context = {"invited": invited, "round": invited.round}
    if request.method != "POST" or request.profile is None:
        return render(request, "applying/invitation.html", context)
    try:
        begun = applying.accept_invitation(token=token, by=request.profile, now=request.now)
    except applying.LinkUsed:
        return _over(request)
    except applying.DoorShut as refusal:
        messages.error(request, shut_in_words(refusal.shut, invited.round))
        return render(request, "applying/invitation.html", context)
    return redirect("apply", invited.round.programme.slug, begun.side)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def interest(request: MemberRequest, token: str) -> HttpResponse:
    """By the link in her mail."""
    said = queries.interest_by_link(token[:LONGEST_TOKEN], viewer=request.profile, now=request.now)
    return _over(request) if said is None else _followed(request, said)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def public_interest(request: MemberRequest, slug: str) -> HttpResponse:
    """By the link in the answer under her post, which everybody reads: it opens for her alone."""
    said = queries.interest_in(slug, viewer=request.profile, now=request.now)
    if said is not None:
        return _followed(request, said)
    if queries.programme(slug, viewer=request.profile) is None:
        raise Http404
    messages.info(
        request,
        _(
            "That link is for whoever wrote the post, for 30 days. Here you read what the"
            " programme is, and apply while a round is open."
        ),
    )
    return redirect("programme", slug)


def _followed(request: MemberRequest, said: "Interest") -> HttpResponse:
    context = {"said": said, "round": said.round}
    if request.method != "POST":
        return render(request, "applying/interest.html", context)
    try:
        begun = applying.follow_interest(said, by=request.profile, now=request.now)
    except applying.LinkUsed:
        return _over(request)
    except applying.DoorShut as refusal:
        messages.error(request, shut_in_words(refusal.shut, said.round))
        return render(request, "applying/interest.html", context)
    form, asking = beginning(request, begun.round, begun.side, kept=begun)
    typed = with_interest(form, asking.typed, said)
    applying.keep_draft(application=begun, typed=typed, by=request.profile)
    messages.success(request, _("A draft, with what we know. Nobody reads it before you send it."))
    return redirect("apply", begun.round.programme.slug, begun.side)


def _over(request: ViewerRequest) -> HttpResponse:
    return render(request, "applying/link_over.html", status=HTTPStatus.GONE)
