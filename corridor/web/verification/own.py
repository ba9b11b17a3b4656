"""`/you/verification/`: what somebody has shown, what waits, and what else she can do."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from corridor.people import badge_words, queries
from corridor.people.actions import verifying
from corridor.web.verification.refusals import REFUSED, sentence
from corridor.web.verification.ways import ways_for
from corridor.web.viewer import MemberRequest, member_required


@require_safe
@member_required
def overview(request: MemberRequest) -> HttpResponse:
    own = queries.own_verification(request.profile, now=request.now)
    shown = queries.badges_shown([request.profile], viewer=request.profile, now=request.now)
    badges = shown[request.profile.pk]
    suggested, others = ways_for(request.profile, own=own, badges=badges)
    context = {
        "own": own,
        "badges": badges,
        "waiting": [claim for claim in own.claims if claim.state == "open"],
        "answered": [claim for claim in own.claims if claim.state in {"accepted", "refused"}],
        "ended": [
            {
                "title": badge_words.title(badge.route, badge.shows),
                "because": badge_words.ended_because(badge.withdrawn_because),
                "at": badge.withdrawn_at,
            }
            for badge in own.history
        ],
        "suggested": suggested,
        "others": others,
        "is_reviewer": queries.is_reviewer(request.profile),
    }
    return render(request, "verification/own.html", context)


@require_POST
@member_required
def rosters(request: MemberRequest) -> HttpResponse:
    """Badges of the lists by which she joined."""
    granted = len(verifying.grant_roster_badges(request.profile, request.now))
    if granted:
        text = ngettext("%d badge is yours.", "%d badges are yours.", granted)
        messages.success(request, text % granted)
    else:
        messages.info(request, _("No list names you that has not given you its badge."))
    return redirect("verification")


@require_POST
@member_required
def withdraw_claim(request: MemberRequest, claim_id: int) -> HttpResponse:
    claim = queries.own_claim(claim_id, viewer=request.profile)
    if claim is None:
        raise Http404

    def change() -> str:
        verifying.withdraw_claim(claim=claim, by=request.profile, now=request.now)
        return _("Withdrawn, and what came with it is deleted.")

    return _changed(request, change)


@require_POST
@member_required
def withdraw_badge(request: MemberRequest, badge_id: int) -> HttpResponse:
    badge = queries.badge_to_withdraw(badge_id, viewer=request.profile, today=request.now.date())
    if badge is None or badge.profile_id != request.profile.pk:
        raise Http404

    def change() -> str:
        verifying.withdraw_badge(badge=badge, reason="", by=request.profile, now=request.now)
        return _("The badge is off. You can show it again whenever you like.")

    return _changed(request, change)


def _changed(request: MemberRequest, change: Callable[[], str]) -> HttpResponse:
    try:
        messages.success(request, change())
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    return redirect("verification")
