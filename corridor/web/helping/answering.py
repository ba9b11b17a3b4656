"""`/helping/`: whom the viewer helps, and who asks it of her."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from corridor.helping import actions, queries
from corridor.helping.choices import MEANS, Scope
from corridor.web.helping.refusals import sentence
from corridor.web.pressed import pressed_yes
from corridor.web.viewer import MemberRequest, member_required


@require_safe
@never_cache
@member_required
def helping(request: MemberRequest) -> HttpResponse:
    context = {
        "asking": [
            (one, [MEANS[scope] for scope in Scope if scope in one.scopes])
            for one in queries.who_asks_her(request.profile)
        ],
        "helped": queries.whom_she_helps(request.profile),
    }
    return render(request, "helping/helping.html", context)


@require_POST
@member_required
def answer(request: MemberRequest, helper_id: int) -> HttpResponse:
    try:
        if pressed_yes(request):
            agreed = actions.agree_to_help(helper_id, by=request.profile, now=request.now)
            words = _("Thank you. You find here what helps, should it be needed.")
            messages.success(request, words)
            return redirect("helping-one", agreed.pk)
        actions.stop_helping(helper_id, by=request.profile, now=request.now)
    except actions.NothingAsked as refusal:
        messages.error(request, sentence(refusal))
    except actions.NoHelper:
        messages.error(request, _("That question was taken back meanwhile."))
    else:
        messages.success(request, _("Answered. Nobody asks why."))
    return redirect("helping")


@require_POST
@member_required
def stop(request: MemberRequest, helper_id: int) -> HttpResponse:
    try:
        actions.stop_helping(helper_id, by=request.profile, now=request.now)
    except actions.NoHelper:
        messages.error(request, _("You do not help there any more."))
    else:
        messages.success(request, _("You do not help there any more."))
    return redirect("helping")
