"""`/p/<slug>/rounds/<n>/`: a round whose matches are told, as its team sees it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from corridor.programmes import actions, queries
from corridor.programmes.actions import matches, publishing
from corridor.programmes.states import OPEN_MATCH
from corridor.web.given_numbers import numbers_in
from corridor.web.pressed import pressed
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from corridor.programmes.models import Match, NextBest, Round

A_PAGE = 50
SHOWN = 100

REFUSALS: Mapping[type[Exception], Promise] = {
    actions.NotDirector: gettext_lazy("You see this round, but may not do that."),
    actions.RoundHasEnded: gettext_lazy("The round is finished already."),
    actions.RoundNotPublished: gettext_lazy("The round runs already."),
    actions.TooLongForRecord: gettext_lazy("That is too long: at most 1000 letters."),
    matches.AlreadyDecided: gettext_lazy("Another director decided this already."),
    matches.NoLongerFree: gettext_lazy("That is not possible any more."),
    publishing.NothingToRecall: gettext_lazy("Nothing waits for an answer any more."),
    publishing.WordsMissing: gettext_lazy("Say why: both sides read it."),
}


@require_safe
@member_required
def round_told(request: MemberRequest, slug: str, round_id: int) -> HttpResponse:
    return _page(request, _round(request, slug, round_id))


def where_it_is_told(request: MemberRequest, slug: str) -> HttpResponse:
    """Whoever was on the review board of a round finds it here once it is published."""
    round_id = queries.round_last_published(slug, viewer=request.profile)
    if round_id is None:
        raise Http404
    return redirect("round-told", slug, round_id)


@require_POST
@member_required
def recall(request: MemberRequest, slug: str, round_id: int) -> HttpResponse:
    found = _round(request, slug, round_id)
    chosen = numbers_in(request.POST.getlist("match"))
    if not chosen and "all" not in request.POST:
        messages.error(request, _("Tick the matches to take back."))
        return _page(request, found, typed=request.POST.get("words", ""), status=422)
    try:
        taken = publishing.recall_matches(
            round=found,
            only=[] if "all" in request.POST else chosen,
            words=request.POST.get("words", ""),
            by=request.profile,
            now=request.now,
        )
    except tuple(REFUSALS) as refusal:
        messages.error(request, str(REFUSALS[type(refusal)]))
        return _page(request, found, typed=request.POST.get("words", ""), status=422)
    done = ngettext("%d match taken back; both were told.", "%d taken back; all were told.", taken)
    messages.success(request, done % taken)
    return redirect("round-told", slug, round_id)


@require_POST
@member_required
def decide(request: MemberRequest, slug: str, round_id: int) -> HttpResponse:
    found = _round(request, slug, round_id)
    wanted = request.POST.get("suggested", "")
    suggested = next((one for one in queries.suggested(found) if str(one.pk) == wanted), None)
    if suggested is None:
        messages.error(request, str(REFUSALS[matches.AlreadyDecided]))
        return redirect("round-told", slug, round_id)
    answer = pressed(request, "answer", ("ask", "further", "leave"))
    try:
        messages.success(request, _decided(request, suggested, answer))
    except tuple(REFUSALS) as refusal:
        messages.error(request, str(REFUSALS[type(refusal)]))
    return redirect("round-told", slug, round_id)


def _decided(request: MemberRequest, suggested: "NextBest", answer: str) -> str:
    by, now = request.profile, request.now
    if answer != "further":
        is_wanted = answer == "ask"
        matches.decide_next_best(suggested=suggested, is_wanted=is_wanted, by=by, now=now)
        return _("Asked.") if is_wanted else _("Nobody is asked. The mentee stays waiting.")
    if matches.pass_over(suggested=suggested, by=by, now=now):
        return _("Passed over. Who comes next stands here.")
    return _("Passed over. Nobody else who suits is free; the mentee stays waiting.")


@require_POST
@member_required
def move(request: MemberRequest, slug: str, round_id: int) -> HttpResponse:
    found = _round(request, slug, round_id)
    try:
        if pressed(request, "move", ("begin", "finish")) == "begin":
            actions.begin_round(round=found, by=request.profile)
            messages.success(request, _("The round runs."))
        else:
            actions.finish_round(round=found, by=request.profile)
            messages.success(request, _("The round is finished."))
    except tuple(REFUSALS) as refusal:
        messages.error(request, str(REFUSALS[type(refusal)]))
    return redirect("round-told", slug, round_id)


def _page(
    request: MemberRequest, found: "Round", *, typed: str = "", status: int = 200
) -> HttpResponse:
    numbers = queries.numbers_of_matches(found)
    waiting = sum(numbers.get(state, 0) for state in OPEN_MATCH)
    accepted = numbers.get("accepted", 0)
    unserved = queries.unserved(found)
    told = queries.matches_of_round(found)
    context = {
        "round": found,
        "open": _page_of(request, told.filter(state__in=OPEN_MATCH), "open"),
        "ended": _page_of(request, told.exclude(state__in=OPEN_MATCH), "ended"),
        "accepted": accepted,
        "waiting": waiting,
        "lost": sum(numbers.values()) - waiting - accepted,
        "circles": queries.circles_of_round(found),
        "suggested": queries.suggested(found),
        "unserved": unserved[:SHOWN],
        "lack": len(unserved),
        "more": max(0, len(unserved) - SHOWN),
        "typed": typed,
    }
    return render(request, "programmes/told.html", context, status=status)


def _page_of(request: MemberRequest, found: "QuerySet[Match]", name: str) -> "Page[Match]":
    return Paginator(found, A_PAGE).get_page(request.GET.get(name))


def _round(request: MemberRequest, slug: str, round_id: int) -> "Round":
    found = queries.round_published(slug, round_id, viewer=request.profile)
    if found is None:
        raise Http404
    return found
