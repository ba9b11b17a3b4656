"""What one person does about another, one POST each; then back to where she was.

Whoever keeps away from the viewer is nobody to all of them, so that a handle without a page does
not tell whether it is free.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corridor.mentoring import queries as mentoring
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
    followed = _somebody(queries.profile_seen, request, handle)
    try:
        made = actions.follow(follower=request.profile, followed=followed, now=request.now)
    except actions.CannotFollow:
        messages.error(request, _("Nobody follows herself."))
        return _back(request, "following")
    words = _("You follow %(name)s.") if made.accepted_at else _("%(name)s will answer.")
    messages.success(request, words % {"name": followed.display_name})
    return _back(request, "following")


@require_POST
@member_required
def block(request: MemberRequest, handle: str) -> HttpResponse:
    """Leads to the list of blocks: the other's page is not there any more."""
    blocked = _somebody(queries.profile_named, request, handle)
    try:
        actions.block(blocker=request.profile, blocked=blocked, now=request.now)
    except actions.CannotBlockYourself:
        messages.error(request, _("Nobody blocks herself."))
    else:
        words = _("You and %(name)s do not see each other any more. They are not told.")
        if mentoring.work_together(request.profile, blocked):
            words += " " + _("What you have in mentoring rests; only you can take it up again.")
        undo = reverse("block-end", args=[blocked.handle])
        messages.success(request, words % {"name": blocked.display_name}, extra_tags=undo)
    return redirect("blocked")


@require_POST
@member_required
def mute(request: MemberRequest, handle: str) -> HttpResponse:
    muted = _somebody(queries.profile_seen, request, handle)
    try:
        actions.mute(muter=request.profile, muted=muted, until=_until(request), now=request.now)
    except actions.CannotMuteYourself:
        messages.error(request, _("Nobody mutes herself."))
    else:
        words = _(
            "%(name)s is muted: whatever they post here is not shown to you. They are not told."
        )
        undo = reverse("mute-end", args=[muted.handle])
        messages.success(request, words % {"name": muted.display_name}, extra_tags=undo)
    return _back(request, "blocked")


@require_POST
@member_required
def unfollow(request: MemberRequest, handle: str) -> HttpResponse:
    return _change(
        request,
        handle,
        lambda followed: actions.unfollow(follower=request.profile, followed=followed),
        saying=(_("You no longer follow %(name)s."), "following"),
    )


@require_POST
@member_required
def accept(request: MemberRequest, handle: str) -> HttpResponse:
    return _change(
        request,
        handle,
        lambda follower: actions.accept_follower(
            followed=request.profile, follower=follower, now=request.now
        ),
        saying=(_("%(name)s follows you now."), "follow-requests"),
    )


@require_POST
@member_required
def remove(request: MemberRequest, handle: str) -> HttpResponse:
    return _change(
        request,
        handle,
        lambda follower: actions.remove_follower(followed=request.profile, follower=follower),
        saying=(_("%(name)s does not follow you, and is not told."), "followers"),
    )


@require_POST
@member_required
def unblock(request: MemberRequest, handle: str) -> HttpResponse:
    return _change(
        request,
        handle,
        lambda blocked: actions.unblock(blocker=request.profile, blocked=blocked),
        saying=(_("You see %(name)s again. Nobody follows anybody by it."), "blocked"),
    )


@require_POST
@member_required
def unmute(request: MemberRequest, handle: str) -> HttpResponse:
    return _change(
        request,
        handle,
        lambda muted: actions.unmute(muter=request.profile, muted=muted),
        saying=(_("%(name)s is not muted any more."), "blocked"),
    )


def _somebody(
    find: Callable[..., "Profile | None"], request: MemberRequest, handle: str
) -> "Profile":
    found = find(handle, viewer=request.profile, today=request.now.date())
    if found is None:
        raise Http404
    return found


def _change(
    request: MemberRequest,
    handle: str,
    deed: Callable[["Profile"], object],
    *,
    saying: tuple[str, str],
) -> HttpResponse:
    """Answers the same for nobody and for somebody with whom there is nothing to change.

    `saying` has the words of success, and the page to go to where the form names none.
    """
    words, place = saying
    other = queries.profile_named(handle, viewer=request.profile, today=request.now.date())
    if other is not None and _is_done(deed, other):
        messages.success(request, words % {"name": other.display_name})
    else:
        messages.info(request, _("Nothing to change: it is so already."))
    return _back(request, place)


def _is_done(deed: Callable[["Profile"], object], other: "Profile") -> bool:
    try:
        deed(other)
    except (actions.NotFollowing, actions.NotBlocked, actions.NotMuted):
        return False
    return True


def _until(request: MemberRequest) -> datetime | None:
    days = MUTE_DAYS.get(request.POST.get("days", ""))
    return request.now + timedelta(days=days) if days else None


def _back(request: MemberRequest, place: str) -> HttpResponse:
    """To the page that the form names, if it is one of ours."""
    url = request.POST.get("next", "")
    return redirect(url if is_page_of_ours(url, request) else place)
