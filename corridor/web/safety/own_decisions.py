"""`/you/decisions/`: what moderators decided about the viewer, and how she appeals."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from corridor.safety import actions, queries
from corridor.safety.letters import sentence as done
from corridor.web.safety.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.safety.models import Decision


@require_safe
@member_required
def decisions(request: MemberRequest) -> HttpResponse:
    found = [(one, done(one)) for one in queries.own_decisions(request.profile.pk)]
    asked = queries.own_correspondences(request.profile.pk)
    context = {
        "decisions": found,
        "strikes": queries.strikes(request.profile.pk, now=request.now),
        "asked": asked,
        "read": queries.read_by_moderators(request.profile.pk),
    }
    return render(request, "safety/decisions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def appeal(request: MemberRequest, decision_id: int) -> HttpResponse:
    found = queries.own_decision(decision_id, viewer_id=request.profile.pk)
    if found is None:
        raise Http404
    return _appealed(request, found, back="decisions")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def appeal_by_link(request: ViewerRequest, token: str) -> HttpResponse:
    """For somebody whose account is closed as well: the mail has the link."""
    found = queries.decision_of_link(token)
    if found is None:
        raise Http404
    answer = _appealed(request, found, back="")
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def _appealed(request: ViewerRequest, decision: "Decision", *, back: str) -> HttpResponse:
    refusal = ""
    person = queries.person_of(decision)
    if request.method == "POST" and person is not None:
        words = request.POST.get("words", "").replace("\0", "")
        try:
            actions.appeal(decision=decision, words=words, by=person, now=request.now)
        except REFUSED as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Somebody else looks again, and you hear by mail."))
            return redirect(back or request.path)
    made = getattr(decision, "appeal", None)
    context = {
        "decision": decision,
        "done": done(decision),
        "said": queries.what_it_said(decision),
        "rules": decision.rules.splitlines(),
        "is_strike": decision.is_strike(now=request.now),
        "appeal": made,
        "refusal": refusal,
        "words": request.POST.get("words", ""),
        "is_by_link": not back,
    }
    return render(request, "safety/own_appeal.html", context, status=422 if refusal else 200)
