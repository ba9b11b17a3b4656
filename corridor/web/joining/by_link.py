"""Whoever joined through an app shows her mailbox here; opening the link alone does nothing."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from corridor.kernel.rate_limits import is_within_limit
from corridor.people import actions, queries
from corridor.web.joining.adapters import shown_mailbox
from corridor.web.viewer import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def show(request: ViewerRequest, token: str) -> HttpResponse:
    """Programs that look through mails open links; only a person presses the button."""
    if not is_within_limit(request, "mailbox-link", most=30, seconds=60):
        return render(request, "errors/too_often.html", status=429)
    account = queries.newcomer_of_link(token, now=request.now)
    if account is None:
        return render(request, "joining/link_over.html", status=404)
    if request.method != "POST":
        return render(request, "joining/show_mailbox.html", {"email": account.email})
    try:
        account = actions.show_mailbox(token, now=request.now)
    except actions.LinkOver:  # in another window
        return render(request, "joining/link_over.html", status=404)
    shown_mailbox(account, is_newcomer=True)
    return redirect("join-waiting" if queries.awaits_admission(account) else "mailbox-shown")


@require_safe
def shown(request: ViewerRequest) -> HttpResponse:
    return render(request, "joining/mailbox_shown.html")
