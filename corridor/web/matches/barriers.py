"""What was in the way of a yes: asked once after a no, counted without a name."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corridor.programmes import queries
from corridor.programmes.actions import applying
from corridor.programmes.barriers import BARRIERS
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.functional import Promise

ASKED = "match_barriers"
"""In the session of whoever has just said no: the match and her side."""


def ask_later(request: ViewerRequest, match_id: int, *, side: str) -> None:
    request.session[ASKED] = [match_id, side]


def asked(request: ViewerRequest, match_id: int) -> "Sequence[tuple[str, str | Promise]]":
    """What can be ticked, where she is asked about this match now."""
    return BARRIERS if request.session.get(ASKED, [None])[0] == match_id else ()


@require_POST
def note(request: ViewerRequest, match_id: int) -> HttpResponse:
    """From the page of the match, or after a no by a link: the session says that it was hers."""
    if not asked(request, match_id):
        raise Http404
    _match_id, side = request.session.pop(ASKED)
    ticked = request.POST.getlist("barrier")
    if ticked:
        try:
            applying.note_barriers(
                programme=queries.programme_of_match(match_id),
                new=applying.NewBarriers(moment="decline", side=side, barriers=ticked),
                today=request.now.date(),
            )
        except applying.NotABarrier as none:
            raise Http404 from none
        messages.success(request, _("Thank you. It is counted, without your name."))
    else:
        messages.info(request, _("Nothing was ticked, and nothing is kept."))
    if request.profile is None:
        return render(request, "matches/answered.html")
    return redirect("match", match_id)
