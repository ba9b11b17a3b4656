"""The conversations of the viewer, requests, and what she put away."""

from django.contrib import messages as told
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.conversations import actions, queries
from corridor.conversations.queries import Shelf
from corridor.posts import queries as posts
from corridor.safety import queries as safety
from corridor.web.timelines.pieces import asked as asked_number
from corridor.web.viewer import MemberRequest, member_required

ON_A_PAGE = 20
SECONDS = 30
"""So long a browser that goes from page to page does not ask again."""


@require_safe
@member_required
def messages(request: MemberRequest) -> HttpResponse:
    return _list(request, Shelf.OPEN)


@require_safe
@member_required
def asked(request: MemberRequest) -> HttpResponse:
    return _list(request, Shelf.REQUESTS)


@require_safe
@member_required
def away(request: MemberRequest) -> HttpResponse:
    return _list(request, Shelf.AWAY)


@require_safe
@member_required
def unread(request: MemberRequest) -> HttpResponse:
    """Messages and private posts with something new, and who asks to write, for the navigation."""
    viewer_id, now = request.profile.pk, request.now
    count = queries.unread(request.profile, now=now) + posts.unread_threads(viewer_id, now=now)
    count += safety.message_requests(viewer_id, now=now).count()
    answer = JsonResponse({"count": count})
    patch_cache_control(answer, private=True, max_age=SECONDS)
    return answer


@require_POST
@member_required
def wishes(request: MemberRequest) -> HttpResponse:
    shows_read = "shows_read" in request.POST
    actions.show_what_is_read(by=request.profile.pk, shows_read=shows_read)
    told.success(request, _("Kept."))
    return redirect("messages")


def _list(request: MemberRequest, shelf: Shelf) -> HttpResponse:
    found = queries.conversations(
        request.profile,
        now=request.now,
        shelf=shelf,
        limit=ON_A_PAGE + 1,
        before=asked_number(request, "older"),
    )
    shown = found[:ON_A_PAGE]
    context = {
        "shelf": shelf.value,
        "lines": shown,
        "older": shown[-1].conversation.last if len(found) > ON_A_PAGE else None,
        "asking": queries.requests_waiting(request.profile, now=request.now),
        "private_posts": posts.unread_threads(request.profile.pk, now=request.now),
        "shows_read": queries.shows_read(request.profile.pk),
    }
    return render(request, "messages/messages.html", context)
