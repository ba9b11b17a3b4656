"""Somebody comes through the link of an invitation; her session keeps what opens the door."""

from contextlib import suppress
from typing import TYPE_CHECKING

from allauth.account.internal.flows.email_verification_by_code import EmailVerificationProcess
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from corridor.kernel.rate_limits import is_within_limit
from corridor.people import actions, queries
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from corridor.people.models import Invitation

KEY, USED = "invitation", "invitation_used"


@require_safe
@never_cache
def arrive(request: ViewerRequest, token: str) -> HttpResponse:
    """The address with the token is left at once, so that it stays in no history for long."""
    if not is_within_limit(request, "invitation", most=30, seconds=60):
        return render(request, "errors/too_often.html", status=429)
    if queries.open_invitation(token, now=request.now) is None:
        return render(request, "joining/invitation_over.html", status=404)
    if request.profile is not None:
        messages.info(request, _("You are a member already; the invitation is for somebody new."))
        return redirect("home")
    request.session[KEY] = token
    return redirect("join")


@require_POST
def begin_again(request: ViewerRequest) -> HttpResponse:
    """With another e-mail; for mailboxes that have an account it looks the same."""
    pending = EmailVerificationProcess.resume(request)
    if pending is None or request.profile is not None:
        return redirect("join")
    if pending.user is not None:
        with suppress(actions.AlreadyConfirmed):  # in another window
            actions.forget_newcomer(pending.user, token=request.session.pop(USED, ""))
    pending.abort()
    return redirect("join")


def invitation_of(request: HttpRequest) -> "Invitation | None":
    token = request.session.get(KEY, "")
    return queries.open_invitation(token, now=timezone.now()) if token else None


def token_of(request: HttpRequest) -> str:
    """Empty where the link no longer works: it is as if she had none."""
    return str(request.session[KEY]) if invitation_of(request) else ""
