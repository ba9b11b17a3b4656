"""An answer to a reminder from its mail, without signing in: a page first, then one deed."""

from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from corridor.reminders import actions, queries, wording
from corridor.reminders.choices import Answer
from corridor.web.reminders.forms import UntilForm
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from datetime import date

    from corridor.reminders.queries import Standing

USUALLY = timedelta(days=14)
WHICH = {"this": False, "kind": True}
"""What is pressed -> whether it is for all of the kind."""


@csrf_exempt  # mail programs post to it by themselves (RFC 8058); the token says whose it is
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def answer(request: ViewerRequest, token: str) -> HttpResponse:
    try:
        standing = queries.link(token)
    except queries.UnknownLink as unknown:
        raise Http404 from unknown
    if standing.is_used:
        return _page(request, standing, status=HTTPStatus.GONE)
    today = request.now.astimezone(ZoneInfo(standing.sent.profile.time_zone)).date()
    form = UntilForm(
        request.POST if request.method == "POST" else None,
        today=today,
        quiet_until=today + USUALLY,
    )
    if request.method != "POST":
        return _page(request, standing, form)
    if standing.answer == Answer.LATER and not form.is_valid():
        return _page(request, standing, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _answered(request, token, standing, form)


def _answered(
    request: ViewerRequest, token: str, standing: "Standing", form: UntilForm
) -> HttpResponse:
    until: date | None = None
    if standing.answer == Answer.LATER:
        until = form.cleaned_data["quiet_until"]
    try:
        actions.answer_reminder(
            token, until=until, whole_kind=_is_whole_kind(request, standing), now=request.now
        )
    except actions.LinkUsed:
        return _page(request, standing, status=HTTPStatus.GONE)
    return _page(request, standing, is_done=True)


def _is_whole_kind(request: ViewerRequest, standing: "Standing") -> bool:
    if standing.answer != Answer.NOT_THIS:
        return False
    if request.POST.get("List-Unsubscribe") == "One-Click":
        return True
    try:
        return WHICH[request.POST["which"]]
    except KeyError as missing:
        raise BadRequest from missing


def _page(
    request: ViewerRequest,
    standing: "Standing",
    form: UntilForm | None = None,
    *,
    is_done: bool = False,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    context = {
        "answer": standing.answer.value,
        "title": wording.title(standing.sent.kind),
        "form": form,
        "is_done": is_done,
    }
    return render(request, "reminders/by_mail.html", context, status=status)
