"""`/queue/appeals/`: somebody else looks again at a decision."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from corridor.safety import actions, queries
from corridor.web.pressed import pressed
from corridor.web.safety.refusals import REFUSED, sentence
from corridor.web.safety.rights import moderator_required
from corridor.web.viewer import MemberRequest


@require_safe
@moderator_required
def appeals(request: MemberRequest) -> HttpResponse:
    waiting = queries.appeals_waiting(request.profile, today=request.now.date())
    return render(
        request,
        "safety/appeals.html",
        {
            "tab": "appeals",
            "keeps_wordings": queries.keeps_wordings(request.profile),
            "appeals": waiting,
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@moderator_required
def judge(request: MemberRequest, appeal_id: int) -> HttpResponse:
    today = request.now.date()
    appeal = queries.appeal_to_judge(appeal_id, viewer=request.profile, today=today)
    if appeal is None:
        raise Http404
    refusal = ""
    if request.method == "POST":
        try:
            actions.judge_appeal(
                appeal=appeal,
                is_granted=pressed(request, "verdict", ("grant", "uphold")) == "grant",
                answer=request.POST.get("answer", "").replace("\0", ""),
                by=request.profile,
                now=request.now,
            )
        except REFUSED as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Decided. The person is told."))
            return redirect("queue-appeals")
    context = {"appeal": appeal, "decision": appeal.decision, "refusal": refusal}
    return render(request, "safety/appeal.html", context, status=422 if refusal else 200)
