"""News from people whom the viewer does not know, where she wants to look at it separately."""

from collections.abc import Callable, Collection

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.notifications import actions, queries
from corridor.web.given_numbers import LARGEST
from corridor.web.viewer import MemberRequest, member_required

MOST = 100


@require_safe
@member_required
def requests(request: MemberRequest) -> HttpResponse:
    rows = queries.notifications(request.profile.pk, now=request.now, is_apart=True)
    newest: dict[int, object] = {}
    for one in rows.select_related("by", "post").order_by("-pk")[:MOST]:
        newest.setdefault(one.by_id, one)
    return render(request, "notifications/requests.html", {"requests": newest.values()})


@require_POST
@member_required
def accept(request: MemberRequest, by_id: int) -> HttpResponse:
    return _answer(
        request, by_id, actions.accept_requests, _("From now on you are told of what they do.")
    )


@require_POST
@member_required
def dismiss(request: MemberRequest, by_id: int) -> HttpResponse:
    return _answer(request, by_id, actions.dismiss_requests, _("It is gone. They are not told."))


def _answer(
    request: MemberRequest, by_id: int, deed: Callable[..., None], saying: str
) -> HttpResponse:
    senders: Collection[int] = [min(by_id, LARGEST)]
    try:
        deed(senders, by=request.profile.pk, now=request.now)
    except actions.NoRequest as error:
        raise Http404 from error
    messages.success(request, saying)
    return redirect("notification-requests")
