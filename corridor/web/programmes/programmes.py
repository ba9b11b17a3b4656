from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.programmes import policies, queries
from corridor.programmes.choices import RoundState
from corridor.programmes.policies import Right
from corridor.programmes.queries import materials
from corridor.web.viewer import ViewerRequest

LONGEST_SEARCH = 100

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Application, Programme, Round


@require_safe
def programmes(request: ViewerRequest) -> HttpResponse:
    words = request.GET.get("q", "")[:LONGEST_SEARCH].strip()
    context = {"programmes": queries.programmes_to_find(words), "words": words}
    return render(request, "programmes/programmes.html", context)


@dataclass(frozen=True, kw_only=True)
class ShownRound:
    round: "Round"
    opens_at: datetime
    """Its first moment, by the clocks of the programme; pages tell it by the reader's."""
    closes_at: datetime


@require_safe
def programme(request: ViewerRequest, slug: str) -> HttpResponse:
    shown = queries.programme(slug, viewer=request.profile)
    if shown is None:
        raise Http404
    rounds = [_shown(round, shown) for round in shown.rounds.all()]
    now_open = next((one for one in rounds if one.round.state == RoundState.OPEN), None)
    own = _own_in(now_open.round, request.profile) if now_open and request.profile else []
    sees = policies.can(request.profile, shown, Right.SEE)
    context = {
        "programme": shown,
        "directors": queries.directors(shown),
        "rounds": rounds,
        "now_open": now_open,
        "line": queries.waiting_for_admission(now_open.round) if now_open and shown.places else 0,
        "next_one": next((one for one in rounds if one.round.state == RoundState.PLANNED), None),
        "own": own,
        "applied_as": {one.side for one in own},
        "reads": request.profile is not None and _reads(shown, request.profile, sees=sees),
        "is_matched": queries.is_matched_in(shown, viewer=request.profile),
        "sees": sees,
        "reviews": policies.can(request.profile, shown, Right.REVIEW),
    }
    return render(request, "programmes/programme.html", context)


def _own_in(round: "Round", viewer: "Profile") -> "list[Application]":
    return [one for one in queries.own_applications(viewer) if one.round_id == round.pk]


def _reads(programme: "Programme", viewer: "Profile", *, sees: bool) -> bool:
    """There is something to read and learn, and it is for her."""
    return (sees or bool(materials.sides(programme, viewer))) and materials.shown(
        programme
    ).exists()


def _shown(round: "Round", programme: "Programme") -> ShownRound:
    zone = ZoneInfo(programme.time_zone)
    return ShownRound(
        round=round,
        opens_at=datetime.combine(round.opens_on, time.min, zone),
        closes_at=datetime.combine(round.closes_on + timedelta(days=1), time.min, zone)
        - timedelta(minutes=1),
    )
