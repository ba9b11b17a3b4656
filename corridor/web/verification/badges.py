"""Badges that a reviewer takes back, with a reason that the person reads."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.people import queries
from corridor.people.actions import verifying
from corridor.web.verification.desk import reviewer_required
from corridor.web.verification.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest


@require_safe
@reviewer_required
def badges(request: MemberRequest) -> HttpResponse:
    handle = request.GET.get("handle", "").strip().lstrip("@")[:30]
    today = request.now.date()
    person = queries.profile_seen(handle, viewer=request.profile, today=today) if handle else None
    standing = (
        queries.badges_standing(person, viewer=request.profile, today=today) if person else []
    )
    context = {
        "tab": "badges",
        "handle": handle,
        "person": person,
        "badges": [queries.in_words(badge, now=request.now) for badge in standing],
    }
    return render(request, "verification/badges.html", context)


@require_POST
@reviewer_required
def withdraw(request: MemberRequest, badge_id: int) -> HttpResponse:
    badge = queries.badge_to_withdraw(badge_id, viewer=request.profile, today=request.now.date())
    if badge is None or badge.profile_id == request.profile.pk:
        raise Http404
    reason = request.POST.get("reason", "").replace("\0", "")
    try:
        verifying.withdraw_badge(badge=badge, reason=reason, by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(
            request, _("Withdrawn; %s has a mail about it.") % badge.profile.display_name
        )
    return redirect(f"{reverse('desk-badges')}?handle={badge.profile.handle}")
