"""Somebody finds the work of a mentor helpful, and says so, or not any more."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corridor.mentoring import actions
from corridor.web.first_contact.hello import mentor_or_404
from corridor.web.first_contact.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, member_required


@require_POST
@member_required
def like(request: MemberRequest, handle: str) -> HttpResponse:
    mentor = mentor_or_404(request, handle)
    try:
        actions.like_work(
            mentor=mentor,
            by=request.profile,
            shows_name="shows_name" in request.POST,
            now=request.now,
        )
    except REFUSED as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Told: somebody finds this work helpful."))
    return redirect("hello", mentor.handle)


@require_POST
@member_required
def end(request: MemberRequest, handle: str) -> HttpResponse:
    mentor = mentor_or_404(request, handle)
    actions.take_back_like(mentor=mentor, by=request.profile)
    return redirect("hello", mentor.handle)
