"""What one person does about another, one POST each; then back to where she was."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corridor.people import actions, queries
from corridor.web.addresses import is_page_of_ours
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile

MUTE_DAYS = {"1": 1, "7": 7, "30": 30}
"""What can be chosen; anything else lasts until she ends it."""


@require_POST
@member_required
def follow(request: MemberRequest, handle: str) -> HttpResponse:
    followed = somebody_seen(request, handle)
    try:
        made = actions.follow(follower=request.profile, followed=followed, now=request.now)
    except actions.CannotFollow:
        messages.error(request, _("Nobody follows herself."))
        return back(request, "following")
    words = _("You follow %(name)s.") if made.accepted_at else _("%(name)s will answer.")
    messages.success(request, words % {"name": followed.display_name})
    return back(request, "following")


@require_POST
@member_required
def unfollow(request: MemberRequest, handle: str) -> HttpResponse:
    followed = _somebody(handle)
    return _done(
        request,
        lambda: actions.unfollow(follower=request.profile, followed=followed),
        refusal=actions.NotFollowing,
        words=_("You no longer follow %(name)s.") % {"name": followed.display_name},
        place="following",
    )


@require_POST
@member_required
def accept(request: MemberRequest, handle: str) -> HttpResponse:
    follower = _somebody(handle)
    return _done(
        request,
        lambda: actions.accept_follower(
            followed=request.profile, follower=follower, now=request.now
        ),
        refusal=actions.NotFollowing,
        words=_("%(name)s follows you now.") % {"name": follower.display_name},
        place="follow-requests",
    )


@require_POST
@member_required
def remove(request: MemberRequest, handle: str) -> HttpResponse:
    follower = _somebody(handle)
    return _done(
        request,
        lambda: actions.remove_follower(followed=request.profile, follower=follower),
        refusal=actions.NotFollowing,
        words=_("%(name)s does not follow you, and is not told.") % {"name": follower.display_name},
        place="followers",
    )


@require_POST
@member_required
def block(request: MemberRequest, handle: str) -> HttpResponse:
    """Leads to the list of blocks: the other's page is not there any more."""
    blocked = _somebody(handle)
    try:
        actions.block(blocker=request.profile, blocked=blocked, now=request.now)
    except actions.CannotBlockYourself:
        messages.error(request, _("Nobody blocks herself."))
    else:
        messages.success(
            request,
            _("You and %(name)s do not see each other any more. They are not told.")
            % {"name": blocked.display_name},
        )
    return redirect("blocked")


@require_POST
@member_required
def unblock(request: MemberRequest, handle: str) -> HttpResponse:
    blocked = _somebody(handle)
    return _done(
        request,
        lambda: actions.unblock(blocker=request.profile, blocked=blocked),
        refusal=actions.NotBlocked,
        words=_("You see %(name)s again. Nobody follows anybody by it.")
        % {"name": blocked.display_name},
        place="blocked",
    )


@require_POST
@member_required
def mute(request: MemberRequest, handle: str) -> HttpResponse:
    muted = somebody_seen(request, handle)
    days = MUTE_DAYS.get(request.POST.get("days", ""))
    return _done(
        request,
        lambda: actions.mute(
            muter=request.profile,
            muted=muted,
            until=request.now + timedelta(days=days) if days else None,
            now=request.now,
        ),
        refusal=actions.CannotMuteYourself,
        words=_("What %(name)s posts is not shown to you. They are not told.")
        % {"name": muted.display_name},
        place="blocked",
    )


@require_POST
@member_required
def unmute(request: MemberRequest, handle: str) -> HttpResponse:
    muted = _somebody(handle)
    return _done(
        request,
        lambda: actions.unmute(muter=request.profile, muted=muted),
        refusal=actions.NotMuted,
        words=_("What %(name)s posts is shown to you again.") % {"name": muted.display_name},
        place="blocked",
    )


def somebody_seen(request: MemberRequest, handle: str) -> "Profile":
    """404 for whoever the viewer is kept from, as if nobody were there."""
    found = _somebody(handle)
    if found.pk in queries.kept_from(request.profile, today=request.now.date()):
        raise Http404
    return found


def _somebody(handle: str) -> "Profile":
    found = queries.profile_by_handle(handle)
    if found is None:
        raise Http404
    return found


def _done(
    request: MemberRequest,
    deed: Callable[[], object],
    *,
    refusal: type[Exception],
    words: str,
    place: str,
) -> HttpResponse:
    try:
        deed()
    except refusal:
        messages.info(request, _("Nothing to change: it is so already."))
    else:
        messages.success(request, words)
    return back(request, place)


def back(request: MemberRequest, place: str) -> HttpResponse:
    """To the page that the form names, if it is one of ours."""
    url = request.POST.get("next", "")
    return redirect(url if is_page_of_ours(url, request) else place)
