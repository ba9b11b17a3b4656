"""What a published run has of circles: everybody in them is asked; later a place is offered on."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from corridor.mentoring import queries as mentoring
from corridor.mentoring.actions import KeptApart, circles
from corridor.mentoring.actions.circles import AskedIn
from corridor.people import queries as people
from corridor.programmes import queries
from corridor.programmes.circles_to_form import leaders_of, new_circle
from corridor.programmes.models import CircleOfRound, MatchingRun, Proposal, Round
from corridor.programmes.queries.consequences import resting

if TYPE_CHECKING:
    from corridor.people.models import Profile


def form_circles(
    round: Round, proposals: Iterable[Proposal], *, run: MatchingRun, now: datetime
) -> None:
    """Whoever has left since, or is kept apart from somebody in it by now, is not asked."""
    seated = sorted(
        (one for one in proposals if one.circle is not None),
        key=lambda one: (one.circle or 0, one.pk),
    )
    if not seated:
        return
    asked = queries.given(round).options.circles
    for number, group in groupby(seated, key=lambda one: one.circle or 0):
        several = list(group)
        new = new_circle(round, several, places=asked.largest if asked else 0)
        leaders, members = _who_fit(leaders_of(several), new.members, now=now)
        if not leaders or not members:
            continue
        circle = circles.form_circle(replace(new, members=members), leaders=leaders, now=now)
        CircleOfRound.objects.create(round=round, run=run, number=number, circle=circle)


def offer_place(circle_id: int, *, now: datetime) -> int:
    """Free places go to who has nobody in the round and suits the circle best; how many."""
    formed = CircleOfRound.objects.filter(circle=circle_id).select_related("round", "run").first()
    if formed is None:
        return 0
    rest = resting(formed.round.programme)
    waiting = [one.profile for one in queries.unserved(formed.round) if one.profile_id not in rest]
    unserved = {one.handle: one for one in waiting}
    free, offered = mentoring.places_free(circle_id), 0
    for handle in _could_join(formed):
        if offered == free:
            break
        profile = unserved.get(handle)
        offered += profile is not None and _is_offered(circle_id, profile, now)
    return offered


def _is_offered(circle_id: int, profile: "Profile", now: datetime) -> bool:
    try:
        circles.offer_free_seat(circle_id, to=profile, now=now)
    except (circles.AskedAlready, KeptApart):
        return False
    return True


def _could_join(formed: CircleOfRound) -> list[str]:
    """Best fit first, as the run worked it out; nobody where a director chose by hand."""
    if formed.run is None:
        return []
    for one in formed.run.record.outcome["circles"]:
        if one["number"] == formed.number:
            return [joiner["mentee"] for joiner in one["could_join"]]
    return []


def _who_fit(
    leaders: Sequence[AskedIn], members: Sequence["Profile"], *, now: datetime
) -> tuple[list[AskedIn], list["Profile"]]:
    ids = [*(one.profile.pk for one in leaders), *(one.pk for one in members)]
    here = set(people.ids_here(ids))
    apart = people.pairs_kept_apart(ids, today=now.date())
    chosen: list[int] = []
    for pk in ids:
        kept = any((pk, other) in apart or (other, pk) in apart for other in chosen)
        if pk in here and not kept:
            chosen.append(pk)
    return (
        [one for one in leaders if one.profile.pk in chosen],
        [one for one in members if one.pk in chosen],
    )
