"""One POST an answer, each from whichever side it belongs to."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from corridor.mentoring import actions as mentoring
from corridor.programmes import queries
from corridor.programmes.actions import matches as actions
from corridor.web.matches.barriers import ask_later
from corridor.web.matches.forms import AnswerForm, NotNowForm, QuestionForm
from corridor.web.matches.matches import page
from corridor.web.matches.shown import MENTEE, MENTOR, shown, side_of
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Match

REFUSALS: Mapping[type[Exception], Promise] = {
    actions.MatchIsOver: gettext_lazy("This match was answered or taken back meanwhile."),
    actions.MenteeIsServed: gettext_lazy("They have found somebody meanwhile."),
    actions.AskedAlready: gettext_lazy(
        "You asked something already. More belongs into your first meeting."
    ),
    actions.NothingAsked: gettext_lazy("There is no question that waits for you."),
}


@require_POST
@member_required
def accept(request: MemberRequest, match_id: int) -> HttpResponse:
    match = _of_hers(request, match_id)
    side = side_of(match, request.profile)
    if side == MENTEE and not match.needs_both:
        raise Http404
    said_yes(request, match, side, by=request.profile)
    return redirect("match", match_id)


def said_yes(request: ViewerRequest, match: "Match", side: str, *, by: "Profile") -> None:
    """Done, or said why it could not be."""
    try:
        accepted = actions.accept_match(match_id=match.pk, side=side, by=by, now=request.now)
    except tuple(REFUSALS) as refusal:
        messages.error(request, str(REFUSALS[type(refusal)]))
        return
    except mentoring.NoRoom:
        _pass_on(request, match, is_full=True)
        return
    except mentoring.KeptApart:
        _pass_on(request, match, is_full=False)
        return
    if accepted.is_open:
        messages.success(request, _("Your yes is kept. As soon as both say yes, you are told."))
    else:
        messages.success(request, _("You are a match. Both of you are told now."))


def _pass_on(request: ViewerRequest, match: "Match", *, is_full: bool) -> None:
    actions.pass_on_match(
        match_id=match.pk, is_full=is_full, by=match.mentor.profile, now=request.now
    )
    words = (
        _(
            "Every place is taken by now, so this match cannot be. We ask somebody else; nobody"
            " is told that you said yes. More places can be given under “Offers and wishes”."
        )
        if is_full
        else _("You two cannot be matched now. We ask somebody else.")
    )
    messages.error(request, words)


@require_POST
@member_required
def ask(request: MemberRequest, match_id: int) -> HttpResponse:
    match = _of_hers(request, match_id, side=MENTOR)
    form = QuestionForm(request.POST)
    if not form.is_valid():
        return page(request, shown(match, MENTOR, asking=form), status=422)
    try:
        actions.ask_mentee(
            match_id=match_id,
            question=form.cleaned_data["question"],
            by=request.profile,
            now=request.now,
        )
    except tuple(REFUSALS) as refusal:
        messages.error(request, str(REFUSALS[type(refusal)]))
    else:
        messages.success(request, _("Asked. You are told when there is an answer."))
    return redirect("match", match_id)


@require_POST
@member_required
def answer(request: MemberRequest, match_id: int) -> HttpResponse:
    match = _of_hers(request, match_id, side=MENTEE)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return page(request, shown(match, MENTEE, answering=form), status=422)
    try:
        actions.answer_mentor(
            match_id=match_id,
            words=form.cleaned_data["answer"],
            by=request.profile,
            now=request.now,
        )
    except tuple(REFUSALS) as refusal:
        messages.error(request, str(REFUSALS[type(refusal)]))
    else:
        messages.success(request, _("Sent. You are told what comes of it."))
    return redirect("match", match_id)


@require_POST
@member_required
def refuse(request: MemberRequest, match_id: int) -> HttpResponse:
    match = _of_hers(request, match_id)
    if side_of(match, request.profile) == MENTEE:
        return _mentee_refuses(request, match_id)
    form = NotNowForm(request.POST)
    if not form.is_valid():
        return page(request, shown(match, MENTOR, refusing=form), status=422)
    said_not_now(request, match, form, by=request.profile)
    return redirect("match", match_id)


def said_not_now(
    request: ViewerRequest, match: "Match", form: NotNowForm, *, by: "Profile"
) -> None:
    try:
        actions.decline_match(match_id=match.pk, said=form.said(), by=by, now=request.now)
    except tuple(REFUSALS) as refusal:
        messages.error(request, str(REFUSALS[type(refusal)]))
    else:
        messages.success(request, _("Kept. We ask somebody else; nobody is told why."))
        ask_later(request, match.pk, side=MENTOR)


def _mentee_refuses(request: MemberRequest, match_id: int) -> HttpResponse:
    try:
        actions.refuse_match(match_id=match_id, by=request.profile, now=request.now)
    except tuple(REFUSALS) as refusal:
        messages.error(request, str(REFUSALS[type(refusal)]))
    else:
        messages.success(request, _("It does not go on. Nobody is told why."))
        ask_later(request, match_id, side=MENTEE)
    return redirect("match", match_id)


def _of_hers(request: MemberRequest, match_id: int, *, side: str = "") -> "Match":
    match = queries.match(match_id, viewer=request.profile)
    if match is None or (side and side_of(match, request.profile) != side):
        raise Http404
    return match
