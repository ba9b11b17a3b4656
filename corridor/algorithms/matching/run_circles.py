"""A run that forms circles, told in the terms of single matches.

A circle fills one place of each mentor who leads it, however many mentees sit in it, and as many
places of the programme. Each mentee makes one request, for a mentor if she wishes one and else
for the first role she wishes. Limits on roles and on shared experience, and waiting, are for
single matches. Whoever is pinned to a mentor sits in a circle that she leads, if one can be
formed; a pin stands above hours and language too, as it does for a single match.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from corridor.algorithms.matching.barriers import barrier_between
from corridor.algorithms.matching.candidates import Candidates
from corridor.algorithms.matching.circles import Formed, Seating, form_circles
from corridor.algorithms.matching.circles_meeting import Meetings
from corridor.algorithms.matching.circles_shown import circles_of
from corridor.algorithms.matching.conflicts import in_order
from corridor.algorithms.matching.explanations import Explainer
from corridor.algorithms.matching.market import Assignment, Prices
from corridor.algorithms.matching.options import Barrier, Circles
from corridor.algorithms.matching.outcome import Circle, Load, Match, Proof, Reason, Unmatched
from corridor.algorithms.matching.packing import place_cost
from corridor.algorithms.matching.people import Criterion, Mentee
from corridor.algorithms.matching.run_market import People, Priced, market_of
from corridor.algorithms.matching.run_report import loads_of, matches_of
from corridor.algorithms.matching.run_requests import NOT_PINNED, ROLES, Requests
from corridor.algorithms.matching.run_solve import Solved
from corridor.algorithms.matching.run_standings import rests_on

NOTE = "circles"
"""Circles carry no prices, so nothing is proved; whether they are best the search says itself."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What the circles of a run come to."""

    matches: tuple[Match, ...]
    unmatched: tuple[Unmatched, ...]
    loads: tuple[Load, ...]
    circles: tuple[Circle, ...]
    proof: Proof
    pairs: int
    rests_on: Mapping[Criterion, int]


def match_in_circles(people: People, candidates: Candidates, circles: Circles) -> Told:
    # The places of the programme are counted in circles, not in those who sit there.
    seats = replace(
        people,
        requests=_requests(people),
        places=people.places * circles.largest,
        options=replace(people.options, places=None),
    )
    pinned, places = _pinned(seats), people.options.places
    priced = market_of(seats, candidates)
    meetings = Meetings([*_who_meet(seats, pinned)], people.mentors, people.options.rules)
    formed = form_circles(
        Seating(
            start=priced.market.start,
            mentor=priced.market.mentor,
            worth=priced.points,
            room=people.places,
            cost=_costs(people),
            pinned=pinned,
            most=None if places is None else places // circles.mentors,
            meetings=meetings,
        ),
        circles=circles,
        seed=people.options.seed,
    )
    led = [_led_by(nth, seats, candidates, priced, formed) for nth in range(circles.mentors)]
    matches = sorted(
        chain.from_iterable(_matches(one, formed) for one in led),
        key=lambda match: (match.mentee, match.role, match.mentor),
    )
    explainer = Explainer(led[0])
    full = _full(formed, circles, places)
    return Told(
        matches=tuple(matches),
        unmatched=tuple(_unmatched(led[0], formed, circles, explainer, full=full)),
        loads=tuple(_loads(led[0], formed, matches, explainer, full=full)),
        circles=circles_of(led[0], formed.circles, meetings),
        proof=_proof(matches, formed, is_complete=candidates.is_complete),
        pairs=len(priced.market.mentor),
        rests_on=rests_on(led[0]),
    )


def _full(formed: Formed, circles: Circles, places: int | None) -> tuple[Reason, ...]:
    """Why no further circle opens, if it is for the places of the programme."""
    if places is None or len(formed.circles) < places // circles.mentors:
        return ()
    return (Reason(code="circles_full", values={"circles": len(formed.circles)}),)


def _requests(people: People) -> Requests:
    """The role in which she is pinned comes before those that she wishes."""
    pinned = {pin.mentee: ROLES.index(pin.role) for pin in in_order(people.options.pins)}
    asked = [
        (row, pinned.get(mentee.id, roles[0]))
        for row, mentee in enumerate(people.mentees)
        if (roles := [at for at, role in enumerate(ROLES) if mentee.wishes.get(role, 0) > 0])
    ]
    mentee, role = np.array(asked, dtype=np.int32).reshape(len(asked), 2).T
    return Requests(
        mentee=mentee,
        role=role,
        nth=np.zeros(len(asked), dtype=np.int32),
        pinned=np.full(len(asked), NOT_PINNED, dtype=np.int32),
    )


def _pinned(people: People) -> dict[int, tuple[int, ...]]:
    """Row -> columns to whom she is pinned."""
    columns: defaultdict[str, list[int]] = defaultdict(list)
    for pin in in_order(people.options.pins):
        columns[pin.mentee].append(people.column_of[pin.mentor])
    return {
        row: tuple(columns[people.mentees[mentee].id])
        for row, mentee in enumerate(people.requests.mentee.tolist())
        if people.mentees[mentee].id in columns
    }


def _who_meet(people: People, pinned: Mapping[int, Sequence[int]]) -> Iterator[Mentee]:
    """Whoever is pinned across hours or language is asked for neither."""
    for row, at in enumerate(people.requests.mentee.tolist()):
        mentee = people.mentees[at]
        barriers = {
            barrier_between(mentee, people.mentors[column], people.options)
            for column in pinned.get(row, ())
        }
        is_apart = barriers & {Barrier.TOO_FEW_HOURS, Barrier.NO_SHARED_LANGUAGE}
        yield replace(mentee, free=(), languages=frozenset()) if is_apart else mentee


def _costs(people: People) -> list[list[int]]:
    """As for single matches, a circle being one place: see ``packing``."""
    weight = people.options.load_weight
    return [
        [place_cost(weight, mentor.carries + nth, mentor.carries + places) for nth in range(places)]
        for mentor, places in zip(people.mentors, people.places.tolist(), strict=True)
    ]


def _led_by(
    nth: int, people: People, candidates: Candidates, priced: Priced, formed: Formed
) -> Solved:
    """Everybody with the first, or the second, mentor of her circle."""
    given = np.full(priced.market.rows, -1, dtype=np.int32)
    for circle in formed.circles:
        given[list(circle.mentees)] = circle.mentors[nth]
    nothing = np.zeros(priced.market.columns, dtype=np.int64)
    return Solved(
        people=people,
        candidates=candidates,
        priced=priced,
        assignment=Assignment(
            mentor=given, prices=Prices(mentor=nothing, limit=nothing[:0], twice={})
        ),
    )


def _matches(led: Solved, formed: Formed) -> Iterator[Match]:
    number_of: dict[str, int] = {}
    places: dict[int, int] = {}
    leads = Counter[int]()
    for number, circle in enumerate(formed.circles, start=1):
        leads.update(circle.mentors)
        for row in circle.mentees:
            column = int(led.given[row])
            number_of[led.mentee(row).id] = number
            places[row] = led.mentor(column).carries + leads[column]
    for match in matches_of(led, places=places):
        yield replace(match, circle=number_of[match.mentee])


def _unmatched(
    led: Solved,
    formed: Formed,
    circles: Circles,
    explainer: Explainer,
    *,
    full: tuple[Reason, ...],
) -> Iterator[Unmatched]:
    """Reasons as for single matches, but for those whom only circles leave out."""
    rows = np.flatnonzero(led.pair < 0).tolist()
    pinned = {pin.mentee: pin.mentor for pin in in_order(led.people.options.pins)}
    sizes = {"smallest": circles.smallest, "largest": circles.largest}
    for row in sorted(rows, key=lambda one: led.mentee(one).id):
        mentee, role = led.mentee(row).id, led.role(row)
        if mentee in pinned:
            named = {"role": role, "mentor": pinned[mentee]}
            reasons = [Reason(code="no_circle_of_pinned", values={**named, **sizes}), *full]
        elif row in formed.apart:
            reasons = [Reason(code="no_common_meeting", values={"role": role})]
        elif any(not led.is_full(int(led.market.mentor[at])) for at in led.pairs(row)):
            reasons = [*full] or [Reason(code="no_circle", values={"role": role, **sizes})]
        else:
            reasons = [*explainer.why_unmatched(row, ())]
        yield Unmatched(mentee=mentee, role=role, reasons=tuple(reasons))


def _loads(
    led: Solved,
    formed: Formed,
    matches: Sequence[Match],
    explainer: Explainer,
    *,
    full: tuple[Reason, ...],
) -> Iterator[Load]:
    """A circle counts once, and once as asked for by experience if any of its mentees asked."""
    leads = Counter(chain.from_iterable(circle.mentors for circle in formed.circles))
    asked = Counter(
        mentor for mentor, _ in {(one.mentor, one.circle) for one in matches if one.by_experience}
    )
    for load in loads_of(led, matches, explainer):
        given = leads[led.people.column_of[load.mentor]]
        could = full and load.unused and load.unused[0].code in {"her_limits", "others_fit_better"}
        yield replace(
            load,
            given=given,
            by_experience=asked[load.mentor],
            unused=() if given else full if could else load.unused,
        )


def _proof(matches: Sequence[Match], formed: Formed, *, is_complete: bool) -> Proof:
    total = sum(match.fit for match in matches)
    return Proof(
        value=total,
        bound=total,
        is_optimal=formed.is_best and is_complete,
        over_all_pairs=False,
        note=NOTE,
        requests_open=formed.more if is_complete else 0,
        points_open=formed.points if is_complete else 0,
    )
