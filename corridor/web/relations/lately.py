"""Whom somebody blocked or muted in one go, to be undone in one go as long as she is signed in."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from corridor.people import actions
from corridor.web.viewer import MemberRequest, member_required

LATELY = "kept_apart_lately"
MOST = 5_000
BLOCK, MUTE = "block", "mute"


def keep_apart(ids: Sequence[int], *, what: str, request: MemberRequest) -> None:
    """Says so, and remembers whom."""
    act = actions.mute_all if what == MUTE else actions.block_all
    done = act(ids, by=request.profile, now=request.now)
    count = len(done)
    words = (
        ngettext("You mute %(count)d person more.", "You mute %(count)d people more.", count)
        if what == MUTE
        else ngettext("You block %(count)d person more.", "You block %(count)d people more.", count)
    )
    messages.success(request, words % {"count": count})
    if done:
        request.session[LATELY] = {"what": what, "ids": done[:MOST]}


def how_many(request: MemberRequest) -> int:
    return len(request.session.get(LATELY, {"ids": []})["ids"])


@require_POST
@member_required
def undo(request: MemberRequest) -> HttpResponse:
    lately = request.session.pop(LATELY, None)
    if lately is None:
        raise Http404
    act = actions.unmute_all if lately["what"] == MUTE else actions.unblock_all
    act(lately["ids"], by=request.profile)
    messages.success(request, _("Undone. Who followed whom before does not come back."))
    return redirect("blocked")
