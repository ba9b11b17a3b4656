"""The rounds of a programme, and applications that close before their last day or open again."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corridor.programmes import actions, policies
from corridor.programmes.choices import RoundState
from corridor.programmes.policies import Right
from corridor.web.directing.deeds import done
from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.directing.rights import team_required
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Programme, Round


@dataclass(frozen=True, kw_only=True)
class Where:
    """A round on the overview, and the page where its team works on it."""

    name: str
    state: str
    closes_on: date | None
    url: str


def places(programme: "Programme", *, viewer: "Profile") -> list[Where]:
    """Newest first, without those on which she does not work."""
    asked = (Right.SET_UP, Right.ADMIT, Right.REVIEW)
    rights = {right for right in asked if policies.can(viewer, programme, right)}
    found = []
    for round in programme.rounds.order_by("-opens_on", "-pk"):
        right, url = _page_of(round, programme.slug)
        if right in rights:
            closes_on = round.closes_on if round.state == RoundState.OPEN else None
            state = round.get_state_display()
            found.append(Where(name=round.name, state=state, closes_on=closes_on, url=url))
    return found


def _page_of(round: "Round", slug: str) -> tuple[Right, str]:
    if round.state == RoundState.PLANNED:
        return Right.SET_UP, reverse("directing-dates", args=[slug])
    if round.state == RoundState.OPEN:
        return Right.ADMIT, reverse("admitting", args=[slug, round.pk])
    if round.is_under_review:
        return Right.REVIEW, reverse("review", args=[slug])
    return Right.REVIEW, reverse("round-told", args=[slug, round.pk])


@require_POST
@team_required(Right.SET_UP)
def close(request: MemberRequest, programme: "Programme", round_id: int) -> HttpResponse:
    round = _round(programme, round_id)
    try:
        actions.close_applications(round=round, by=request.profile)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
        return redirect("directing", programme.slug)
    undo = reverse("round-closing-end", args=[programme.slug, round_id])
    words = _("Applications are closed; nobody was told. Run the matching when you like.")
    messages.success(request, words, extra_tags=undo)
    return redirect("review", programme.slug)


@require_POST
@team_required(Right.SET_UP)
def reopen(request: MemberRequest, programme: "Programme", round_id: int) -> HttpResponse:
    round = _round(programme, round_id)

    def do() -> str:
        actions.reopen_applications(round=round, by=request.profile, now=request.now)
        return _("Applications are open again.")

    return done(request, do, to="directing", at=(programme.slug,))


def _round(programme: "Programme", round_id: int) -> "Round":
    round = programme.rounds.filter(pk=round_id).first()
    if round is None:
        raise Http404
    return round
