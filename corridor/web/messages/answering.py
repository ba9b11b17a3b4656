"""Somebody asks to write to her: accept, decline, or block."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corridor.conversations import actions
from corridor.people import actions as people
from corridor.web.messages.readings import talk_or_404
from corridor.web.pressed import pressed
from corridor.web.viewer import MemberRequest, member_required


@require_POST
@member_required
def answer(request: MemberRequest, number: int) -> HttpResponse:
    opened = talk_or_404(request, number)
    deed = pressed(request, "deed", ("accept", "decline", "block"))
    try:
        if deed == "accept":
            actions.accept_request(opened=opened, now=request.now)
            return redirect("talk", number)
        actions.decline_request(opened=opened, now=request.now)
    except actions.NothingAsked as nothing:
        raise Http404 from nothing
    if deed == "block" and opened.partner is not None:
        people.block(blocker=request.profile, blocked=opened.partner, now=request.now)
        messages.success(request, _("Blocked. Neither of you sees the other any more."))
    else:
        words = _("Declined. Nobody is told, and you find it under “Put away”.")
        messages.success(request, words)
    return redirect("messages-asked")
