"""`/matches/by-link/…/`: a mentor answers from her mail without signing in.

Opening it changes nothing: programs that look at links press no buttons. A link answers one match
once, for one person, and ends with the time for the answer.
"""

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from corridor.people import queries as people
from corridor.programmes import queries
from corridor.programmes.actions import matches as actions
from corridor.web.matches.answering import said_not_now, said_yes
from corridor.web.matches.barriers import asked
from corridor.web.matches.forms import NotNowForm
from corridor.web.matches.shown import MENTOR, shown
from corridor.web.pressed import pressed
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from corridor.programmes.models import AnswerLink


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def by_link(request: ViewerRequest, secret: str) -> HttpResponse:
    link = queries.match_by_link(actions.digest_of(secret), now=request.now)
    if link is None or not people.may_act(link.profile):
        return _over(request)
    if request.method == "POST":
        return _answered(request, link, secret)
    return _page(request, link, NotNowForm(), secret)


def _answered(request: ViewerRequest, link: "AnswerLink", secret: str) -> HttpResponse:
    wants_yes = pressed(request, "answer", ("yes", "not-now")) == "yes"
    form = NotNowForm(request.POST)
    if not wants_yes and not form.is_valid():
        return _page(request, link, form, secret, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        with transaction.atomic():
            actions.use_link(link.digest, now=request.now)
            if wants_yes:
                said_yes(request, link.match, MENTOR, by=link.profile)
            else:
                said_not_now(request, link.match, form, by=link.profile)
    except actions.LinkIsUsed:
        return _over(request)
    if request.profile == link.profile:
        return redirect("match", link.match_id)
    context = {"match_id": link.match_id, "barriers": asked(request, link.match_id)}
    return render(request, "matches/answered.html", context)


def _page(
    request: ViewerRequest, link: "AnswerLink", form: NotNowForm, secret: str, *, status: int = 200
) -> HttpResponse:
    context = {"it": shown(link.match, MENTOR, refusing=form), "secret": secret}
    return render(request, "matches/by_link.html", context, status=status)


def _over(request: ViewerRequest) -> HttpResponse:
    return render(request, "matches/link_is_over.html", status=HTTPStatus.GONE)
