"""Who is looking, and when: on every request as `request.profile` and `request.now`."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast
from urllib.parse import urlsplit, urlunsplit
from zoneinfo import ZoneInfo

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django_htmx.middleware import HtmxDetails

from corridor.people import actions
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

Rest = ParamSpec("Rest")
READING = frozenset({"GET", "HEAD", "OPTIONS"})
WHOEVER_READS_ONLY = frozenset(
    {
        "appeal",
        "application-withdrawal",
        "archive",
        "block",
        "block-end",
        "check-in",
        "circle-leave",
        "concerns",
        "first-contact-end",
        "flag",
        "helper-end",
        "helper-scopes",
        "helpers",
        "helping-end",
        "incident-add",
        "incident-asking",
        "incident-change",
        "incident-close",
        "incident-delete",
        "incident-export",
        "incident-keep-flag",
        "incident-keep-post",
        "incident-letter",
        "incident-new",
        "incident-reopen",
        "incident-step",
        "leaving",
        "match-refusal",
        "mute",
        "mute-end",
        "notifications-read",
        "piece-mask",
        "piece-remove",
        "post-delete",
        "post-flag",
        "question-end",
        "relationship-concern",
        "relationship-end",
        "relationship-pause",
        "reminder-answer",
        "reminder-things",
        "reminders",
        "role-end",
        "round-messages-end",
        "talk-answer",
        "talk-away",
        "talk-flag",
        "talk-leave",
        "talk-mute",
    }
)
"""Addresses at which she protects herself, appeals, or leaves."""


class ViewerRequest(HttpRequest):
    """What a view gets: `profile` is None for a visitor."""

    profile: "Profile | None"
    now: datetime
    htmx: HtmxDetails


class MemberRequest(ViewerRequest):
    """What a view behind `member_required` gets."""

    profile: "Profile"


def viewer_and_time(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        viewed = cast("ViewerRequest", request)
        viewed.now = timezone.now()
        viewed.profile = people.profile_of(request.user)
        if viewed.profile is not None:
            actions.note_visit(profile=viewed.profile, today=viewed.now.date())
        elif people.leaves_at(request.user):
            logout(request)  # on every device; signing in again brings her back
        zone = ZoneInfo(viewed.profile.time_zone) if viewed.profile else None
        with timezone.override(zone):  # pages tell times by the viewer's clock
            return get_response(request)

    return middleware


def member_required(
    view: Callable[Concatenate[MemberRequest, Rest], HttpResponse],
) -> Callable[Concatenate[ViewerRequest, Rest], HttpResponse]:
    """Visitors sign in first and then come back, to a page: what they sent is not kept."""

    @wraps(view)
    def signed_in(request: ViewerRequest, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        if request.profile is None:
            return redirect_to_login(_way_back(request))
        if request.method not in READING and _may_not(request.profile, request):
            return render(request, "accounts/reads_only.html", status=HTTPStatus.FORBIDDEN)
        return view(cast("MemberRequest", request), *args, **kwargs)

    return cast("Callable[Concatenate[ViewerRequest, Rest], HttpResponse]", signed_in)


def _may_not(profile: "Profile", request: HttpRequest) -> bool:
    """Moderators let her read only, and this is none of what she may do all the same."""
    match = request.resolver_match
    is_left_to_her = match is not None and match.url_name in WHOEVER_READS_ONLY
    return not is_left_to_her and people.reads_only(profile)


def _way_back(request: HttpRequest) -> str:
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    came_from = urlsplit(request.headers.get("Referer", ""))
    is_ours = came_from.netloc == request.get_host()
    return urlunsplit(("", "", came_from.path, came_from.query, "")) if is_ours else "/"
