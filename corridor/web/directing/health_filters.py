"""The list on `/p/<slug>/health/` that is asked for, and those that the team keeps by a name."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corridor.mentoring.choices import State
from corridor.programmes import queries
from corridor.programmes.actions import keep_health_filter as keeping
from corridor.programmes.choices import HealthList
from corridor.programmes.policies import Right
from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.directing.rights import team_required
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.people.models import Profile
    from corridor.programmes.models import Programme, Round
    from corridor.programmes.queries import Health

A_PAGE = 50


@dataclass(frozen=True, kw_only=True)
class Wanted:
    lists: HealthList
    mentor: "Profile | None"
    state: str

    def query(self, round: "Round") -> str:
        mentor = str(self.mentor.pk) if self.mentor else ""
        asked = {"list": self.lists.value, "mentor": mentor, "state": self.state}
        return urlencode({"round": round.pk} | {key: said for key, said in asked.items() if said})


def wanted_in(said: QueryDict, mentors: "Sequence[Profile]") -> Wanted | None:
    """None where no list is asked for, or one that there is not."""
    lists, mentor, state = (said.get(name, "") for name in ("list", "mentor", "state"))
    of_number = {str(one.pk): one for one in mentors}
    is_known = lists in HealthList.values and mentor in {"", *of_number}
    if not is_known or state not in {"", *State.values}:
        return None
    return Wanted(lists=HealthList(lists), mentor=of_number.get(mentor), state=state)


def lists_of(
    request: MemberRequest, programme: "Programme", round: "Round", health: "Health"
) -> dict[str, object]:
    """For `directing/_health_filter.html`."""
    mentors = queries.mentors_of(health)
    wanted = wanted_in(request.GET, mentors)
    named = {one.pk: one for one in mentors}
    kept = [
        (
            one,
            Wanted(
                lists=HealthList(one.lists), mentor=named.get(one.mentor_id or 0), state=one.state
            ),
        )
        for one in queries.health_filters(programme, among=mentors)
    ]
    rows = (
        queries.listed(health, wanted.lists, mentor=wanted.mentor, state=wanted.state)
        if wanted
        else []
    )
    return {
        "lists": HealthList.choices,
        "states": State.choices,
        "mentors": mentors,
        "wanted": wanted,
        "here": wanted.query(round) if wanted else "",
        "kept": [(one, shows.query(round), shows == wanted) for one, shows in kept],
        "page": Paginator(rows, A_PAGE).get_page(request.GET.get("page")),
        "typed": request.GET.get("name", ""),
    }


@require_POST
@team_required(Right.SET_UP)
def keep(request: MemberRequest, programme: "Programme") -> HttpResponse:
    round = queries.round_of_health(programme, request.POST.get("round", ""))
    if round is None:
        raise BadRequest
    health = queries.health(round, viewer=request.profile, now=request.now)
    wanted = wanted_in(request.POST, queries.mentors_of(health))
    if wanted is None:
        raise BadRequest
    name = request.POST.get("name", "")
    new = keeping.NewFilter(name=name, lists=wanted.lists, mentor=wanted.mentor, state=wanted.state)
    query = wanted.query(round)
    try:
        keeping.keep_health_filter(programme, new, by=request.profile)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
        query += "&" + urlencode({"name": name[:200]})
    else:
        messages.success(request, _("Kept for the team."))
    return _back(programme, query)


@require_POST
@team_required(Right.SET_UP)
def remove(request: MemberRequest, programme: "Programme", filter_id: int) -> HttpResponse:
    """Its list stays shown with its name filled in, so that one press keeps it again."""
    round = queries.round_of_health(programme, request.POST.get("round", ""))
    if round is None:
        raise BadRequest
    try:
        was = keeping.remove_health_filter(programme, filter_id, by=request.profile)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
        return _back(programme, urlencode({"round": round.pk}))
    messages.success(request, _("Removed. It is shown once more, if you want to keep it again."))
    shows = Wanted(lists=HealthList(was.lists), mentor=was.mentor, state=was.state)
    return _back(programme, f"{shows.query(round)}&{urlencode({'name': was.name})}")


def _back(programme: "Programme", query: str) -> HttpResponse:
    return redirect(f"{reverse('health', args=[programme.slug])}?{query}#lists")
