"""What others did that concerns the viewer."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST, require_safe

from corridor.notifications import queries
from corridor.posts import actions as posting
from corridor.safety import queries as safety
from corridor.web.given_numbers import number_in
from corridor.web.notifications.lines import lines
from corridor.web.viewer import MemberRequest, member_required

A_PAGE = 60
SECONDS = 30
"""So long a browser that goes from page to page does not ask again."""


@require_safe
@member_required
def activity(request: MemberRequest) -> HttpResponse:
    viewer_id = request.profile.pk
    rows = queries.notifications(viewer_id, now=request.now, with_desk=True)
    rows = rows.select_related("by", "post__author")
    before = number_in(request.GET.get("before", ""))
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows.order_by("-pk")[: A_PAGE + 1])
    shown = found[:A_PAGE]
    read_to = queries.read_to(viewer_id)
    context = {
        "lines": lines(shown, request, read_to=read_to),
        "newest": shown[0].pk if shown and before is None else None,
        "has_unread": bool(shown) and shown[0].pk > read_to,
        "older_than": shown[-1].pk if len(found) > A_PAGE else None,
        "waiting": queries.requests(viewer_id, now=request.now).count(),
        "held": safety.folder(viewer_id, now=request.now).count(),
    }
    return render(request, "notifications/activity.html", context)


@require_safe
@member_required
def unread(request: MemberRequest) -> HttpResponse:
    """How many are new, for the navigation."""
    viewer_id = request.profile.pk
    read_to = queries.read_to(viewer_id)
    answer = JsonResponse(
        {"count": queries.unread_count(viewer_id, read_to=read_to, now=request.now)}
    )
    patch_cache_control(answer, private=True, max_age=SECONDS)
    return answer


@require_POST
@member_required
def mark_read(request: MemberRequest) -> HttpResponse:
    """Up to the newest that she saw: what came since stays new."""
    to = number_in(request.POST.get("to", ""))
    if to is not None:
        posting.mark_read(timeline="notifications", to=to, by=request.profile.pk, now=request.now)
    return redirect("notifications")
