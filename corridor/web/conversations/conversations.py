"""Posts for the people named in them, a conversation each, as everybody in it keeps it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.people import queries as people
from corridor.posts import actions, queries
from corridor.posts.queries import PrivateThread, ShownPost, Stretch
from corridor.safety import queries as safety
from corridor.web.given_numbers import LARGEST
from corridor.web.posts.composing import Around, as_answer
from corridor.web.posts.forms import ComposeForm
from corridor.web.timelines.pieces import asked
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.people.models import Profile

ON_A_PAGE = 20
LONGEST = 200
"""Posts of one conversation; what was said before stands behind the first of them."""
SECONDS = 30
"""So long a browser that goes from page to page does not ask again."""


@dataclass(frozen=True, kw_only=True)
class Line:
    thread: PrivateThread
    last: ShownPost
    others: "Sequence[Profile]"
    """Nobody, where she wrote to herself."""


@require_safe
@member_required
def conversations(request: MemberRequest) -> HttpResponse:
    rows = queries.private_threads(request.profile.pk, now=request.now)
    stretch = Stretch(older_than=asked(request, "older"), limit=ON_A_PAGE + 1)
    found = list(queries.stretch_of(rows, stretch, by="last"))
    shown = found[:ON_A_PAGE]
    older = shown[-1]["last"] if len(found) > ON_A_PAGE else None
    asking = safety.message_requests(request.profile.pk, now=request.now).count()
    context = {"lines": _lines(request, shown), "older": older, "asking": asking}
    return render(request, "conversations/conversations.html", context)


@require_safe
@member_required
def unread(request: MemberRequest) -> HttpResponse:
    """How many have something new, and how many ask to write, for the navigation."""
    count = queries.unread_threads(request.profile.pk, now=request.now)
    count += safety.message_requests(request.profile.pk, now=request.now).count()
    answer = JsonResponse({"count": count})
    patch_cache_control(answer, private=True, max_age=SECONDS)
    return answer


@require_safe
@member_required
def conversation(request: MemberRequest, thread: int) -> HttpResponse:
    """To open it is to read it."""
    viewer_id = request.profile.pk
    said = _said(request, thread)
    shown = queries.shown_posts(said, viewer_id=viewer_id, now=request.now, context="thread")
    rows = [{"thread": thread, "last": said[-1]}]
    lines = _lines(request, rows)
    if not lines:  # what was said last is gone since
        raise Http404
    line = lines[0]
    actions.read_private_thread(thread, by=viewer_id, now=request.now)
    answer = as_answer(line.last.post, by=request.profile)
    context = {
        "thread": thread,
        "shown": shown,
        "others": line.others,
        "around": Around(answered=line.last),
        "form": ComposeForm(viewer=request.profile, now=request.now, initial=answer),
    }
    return render(request, "conversations/conversation.html", context)


@require_POST
@member_required
def remove(request: MemberRequest, thread: int) -> HttpResponse:
    try:
        actions.remove_private_thread(thread, by=request.profile.pk, now=request.now)
    except actions.NoSuchThread as nothing:
        raise Http404 from nothing
    messages.success(request, _("It is gone from here; it comes back when somebody writes in it."))
    return redirect("conversations")


def _said(request: MemberRequest, thread: int) -> list[int]:
    """Oldest first."""
    if thread > LARGEST:
        raise Http404
    rows = queries.said_in_private(request.profile.pk, now=request.now).filter(thread=thread)
    newest_first = list(rows.order_by("-pk").values_list("pk", flat=True)[:LONGEST])
    if not newest_first:
        raise Http404
    return newest_first[::-1]


def _lines(request: MemberRequest, rows: list[dict[str, int]]) -> list[Line]:
    viewer_id = request.profile.pk
    threads = queries.in_whole(rows, viewer_id=viewer_id, now=request.now)
    last = queries.shown_posts([one.last for one in threads], viewer_id=viewer_id, now=request.now)
    by_number = {one.post.pk: one for one in last}
    ids = {pk for one in threads for pk in one.others}
    known = {one.pk: one for one in people.whole_profiles(ids)}
    return [
        Line(
            thread=one,
            last=by_number[one.last],
            others=[known[pk] for pk in one.others if pk in known],
        )
        for one in threads
        if one.last in by_number
    ]
