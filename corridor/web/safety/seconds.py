"""`/queue/seconds/`: what one moderator alone does not decide."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.safety import actions, queries
from corridor.web.pressed import pressed
from corridor.web.safety.refusals import REFUSED, sentence
from corridor.web.safety.rights import moderator_required
from corridor.web.viewer import MemberRequest


@require_safe
@moderator_required
def seconds(request: MemberRequest) -> HttpResponse:
    context = {
        "tab": "seconds",
        "keeps_wordings": queries.keeps_wordings(request.profile),
        "decisions": queries.seconds_waiting(request.profile, now=request.now),
        "unsealings": queries.unsealings_waiting(request.profile, today=request.now.date()),
    }
    return render(request, "safety/seconds.html", context)


@require_POST
@moderator_required
def second(request: MemberRequest, decision_id: int) -> HttpResponse:
    found = queries.second_to_give(decision_id, viewer=request.profile, now=request.now)
    if found is None:
        raise Http404
    _do(
        request,
        lambda: actions.second_decision(decision=found, by=request.profile, now=request.now),
        _("It is for good now. The person is told, and can appeal."),
    )
    return redirect("queue-seconds")


@require_POST
@moderator_required
def ask(request: MemberRequest, case_id: int, flag_id: int) -> HttpResponse:
    """To see who made a flag."""
    found = queries.case_to_look_at(case_id, viewer=request.profile, today=request.now.date())
    flag = found.flags.filter(pk=flag_id).first() if found else None
    if flag is None:
        raise Http404
    why = request.POST.get("why", "").replace("\0", "")
    _do(
        request,
        lambda: actions.ask_for_name(flag, why=why, by=request.profile, now=request.now),
        _("Asked. Another moderator answers; the name then stands here for a day."),
    )
    return redirect("queue-case", case_id)


@require_POST
@moderator_required
def ask_asker(request: MemberRequest, case_id: int) -> HttpResponse:
    """To see who asked a question that was flagged."""
    found = queries.case_to_look_at(case_id, viewer=request.profile, today=request.now.date())
    if found is None or not found.is_about_a_question:
        raise Http404
    why = request.POST.get("why", "").replace("\0", "")
    _do(
        request,
        lambda: actions.ask_for_asker(found, why=why, by=request.profile, now=request.now),
        _("Asked. Another moderator answers; the name then stands here for a day."),
    )
    return redirect("queue-case", case_id)


@require_POST
@moderator_required
def answer(request: MemberRequest, unsealing_id: int) -> HttpResponse:
    found = queries.unsealing_to_answer(
        unsealing_id, viewer=request.profile, today=request.now.date()
    )
    if found is None:
        raise Http404
    is_granted = pressed(request, "verdict", ("grant", "refuse")) == "grant"
    _do(
        request,
        lambda: actions.answer_unsealing(
            found, is_granted=is_granted, by=request.profile, now=request.now
        ),
        _("They see the name for a day. Whoever it is is told.")
        if is_granted
        else _("The name stays where it is."),
    )
    return redirect("queue-seconds")


def _do(request: MemberRequest, deed: Callable[[], object], words: str) -> None:
    try:
        deed()
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, words)
