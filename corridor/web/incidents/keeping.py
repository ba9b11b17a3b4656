"""From the menu of a post, or from a flag: keep it as evidence."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from corridor.incidents import actions, queries
from corridor.incidents.actions import NewPiece, Told
from corridor.incidents.choices import CheckIns, Kind
from corridor.incidents.snapshots import address_of
from corridor.posts import queries as posts
from corridor.safety import queries as safety
from corridor.web.incidents.readings import text
from corridor.web.incidents.refusals import REFUSED, sentence
from corridor.web.posts.readings import post_or_404
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.incidents.models import Incident, Piece

NEW = "new"
Keep = Callable[["Incident"], "Piece"]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def post(request: MemberRequest, post_id: int) -> HttpResponse:
    kept = post_or_404(request, post_id)
    new = NewPiece(
        kind=Kind.POST,
        where=address_of(kept),
        words=text(request, "words"),
        masks=tuple(text(request, "masks").split(",")),
    )
    answer = _kept(
        request,
        lambda incident: actions.add_piece(
            new, incident=incident, by=request.profile, now=request.now
        ),
    )
    (shown,) = posts.shown_posts([kept.pk], viewer_id=request.profile.pk, now=request.now)
    return answer or _page(request, {"shown": shown})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def flagged(request: MemberRequest, flag_id: int) -> HttpResponse:
    seen = safety.flagged_by(flag_id, viewer_id=request.profile.pk)
    if seen is None:
        raise Http404
    answer = _kept(
        request,
        lambda incident: actions.keep_flagged(
            flag_id, incident=incident, by=request.profile, now=request.now
        ),
    )
    return answer or _page(request, {"seen": seen, "flag_id": flag_id})


def _kept(request: MemberRequest, keep: Keep) -> HttpResponse | None:
    """None where the page is to be shown."""
    if request.method != "POST":
        return None
    try:
        incident = _incident(request)
        made = keep(incident)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
        return None
    messages.success(request, _("Kept in the file, also if it is deleted or edited now."))
    return redirect(f"{reverse('incident', args=[incident.pk])}#piece-{made.number}")


def _incident(request: MemberRequest) -> "Incident":
    """Raises NotYourIncident or TooManyIncidents."""
    chosen = text(request, "incident")
    if chosen == NEW:
        told = Told(what_happened=_("I kept evidence, and will say more later."))
        return actions.open_incident(
            told, check_ins=CheckIns.HERE, by=request.profile, now=request.now
        )
    for one in queries.own_incidents(request.profile):
        if str(one.incident.pk) == chosen:
            return one.incident
    raise actions.NotYourIncident


def _page(request: MemberRequest, of: dict[str, object]) -> HttpResponse:
    own = queries.own_incidents(request.profile)
    is_open = [one for one in own if one.incident.closed_at is None]
    return render(request, "incidents/keep.html", {**of, "incidents": is_open})
