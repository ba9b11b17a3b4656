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
    return _done(
        request,
        queries.profile_by_handle(handle),
        lambda followed: actions.unfollow(follower=request.profile, followed=followed),
        refusal=actions.NotFollowing,
        saying=(_("You no longer follow %(name)s."), "following"),
    )


@require_POST
@member_required
def accept(request: MemberRequest, handle: str) -> HttpResponse:
    return _done(
        request,
        queries.profile_by_handle(handle),
        lambda follower: actions.accept_follower(
            followed=request.profile, follower=follower, now=request.now
        ),
        refusal=actions.NotFollowing,
        saying=(_("%(name)s follows you now."), "follow-requests"),
    )


@require_POST
@member_required
def remove(request: MemberRequest, handle: str) -> HttpResponse:
    return _done(
        request,
        queries.profile_by_handle(handle),
        lambda follower: actions.remove_follower(followed=request.profile, follower=follower),
        refusal=actions.NotFollowing,
        saying=(_("%(name)s does not follow you, and is not told."), "followers"),
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
    return _done(
        request,
        queries.profile_by_handle(handle),
        lambda blocked: actions.unblock(blocker=request.profile, blocked=blocked),
        refusal=actions.NotBlocked,
        saying=(_("You see %(name)s again. Nobody follows anybody by it."), "blocked"),
    )


@require_POST
@member_required
def mute(request: MemberRequest, handle: str) -> HttpResponse:
    days = MUTE_DAYS.get(request.POST.get("days", ""))
    words = _("%(name)s is muted: whatever they post here is not shown to you. They are not told.")
    return _done(
        request,
        somebody_seen(request, handle),
        lambda muted: actions.mute(
            muter=request.profile,
            muted=muted,
            until=request.now + timedelta(days=days) if days else None,
            now=request.now,
        ),
        refusal=actions.CannotMuteYourself,
        saying=(words, "blocked"),
    )


@require_POST
@member_required
def unmute(request: MemberRequest, handle: str) -> HttpResponse:
    return _done(
        request,
        queries.profile_by_handle(handle),
        lambda muted: actions.unmute(muter=request.profile, muted=muted),
        refusal=actions.NotMuted,
        saying=(_("%(name)s is not muted any more."), "blocked"),
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
    other: "Profile | None",
    deed: Callable[["Profile"], object],
    *,
    refusal: type[Exception],
    saying: tuple[str, str],
) -> HttpResponse:
    """Answers the same for nobody and for somebody with whom there is nothing to end.

    Else a handle without a page would tell whether it is free, or keeps away from the viewer.
    `saying` has the words of success, and the page to go to where the form names none.
    """
    words, place = saying
    if other is not None and _is_done(deed, other, refusal):
        messages.success(request, words % {"name": other.display_name})
    else:
        messages.info(request, _("Nothing to change: it is so already."))
    return back(request, place)


def _is_done(
    deed: Callable[["Profile"], object], other: "Profile", refusal: type[Exception]
) -> bool:
    try:
        deed(other)
    except refusal:
        return False
    return True


def back(request: MemberRequest, place: str) -> HttpResponse:
    """To the page that the form names, if it is one of ours."""
    url = request.POST.get("next", "")
    return redirect(url if is_page_of_ours(url, request) else place)
