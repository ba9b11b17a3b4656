"""Why a request got nobody, and why a mentor with room did.

Reasons are codes with values; ``corridor.programmes.wording`` has the sentences. For a request
without a mentor (``role`` is in every one):
``nobody_offers``; ``no_candidates`` (mentors: asked and ruled out), followed by one ``barrier``
for each barrier (barrier, mentors); ``no_places`` (mentors: possible, none with places in this
programme); ``programme_full`` (places); ``all_full`` (mentors: possible, and full or at a
limit of their own; specialty: theirs if it is one); ``has_another`` (mentor: given to her in
another request);
then for each mentor she named (place: which choice): ``choice_barred`` (barrier),
``choice_without_places``, ``choice_full`` or ``choice_limited`` (by a limit on roles, shared
experience or the whole programme);
``would_displace`` (mentor, fit, mentee: who would have nobody, points: lost in all);
``would_move`` (mentor, fit, mentees: how many others would get somebody else, points);
``no_circle`` (smallest, largest: no circle of this size could take her);
``no_circle_of_pinned`` (mentor, smallest, largest: she is pinned, and the circle cannot be formed);
``no_common_meeting`` (no circle that might be formed has an hour and a language for her too).
For a mentor with room: ``nobody_asked`` (roles), ``no_mentee_possible`` (mentees), followed by
``barrier`` (barrier, mentees); ``programme_full`` (places); ``others_fit_better`` (mentees: for
whom she was possible); ``her_limits`` where only a limit of her own stands in the way.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import numpy as np

from corridor.algorithms.matching.barriers import barrier_in_role, wished_roles
from corridor.algorithms.matching.market import Longs
from corridor.algorithms.matching.options import Barrier
from corridor.algorithms.matching.outcome import Alternative, Reason
from corridor.algorithms.matching.people import Mentee, Mentor, Role
from corridor.algorithms.matching.run_solve import Solved

COMPARISONS = 400_000
"""People compared one by one to name barriers, in a whole run; beyond it only their number is."""


class Explainer:
    """Knows a solved run from both sides; names barriers while it has comparisons left."""

    def __init__(self, solved: Solved) -> None:
        self._solved = solved
        self._people = solved.people
        self._left = COMPARISONS

    def why_unmatched(self, row: int, nearest: Sequence[Alternative]) -> tuple[Reason, ...]:
        role = self._solved.role(row)
        columns = [int(self._solved.market.mentor[at]) for at in self._solved.pairs(row)]
        if not self._offering[role]:
            return (_reason("nobody_offers", role),)
        choices = self._why_no_choice(row, role)
        if not columns:
            mentee = self._solved.mentee(row)
            others = self._offering[role] - self._is_among(mentee, role)
            ruled_out = _reason("no_candidates", role, mentors=others)
            return (ruled_out, *self._barriers_of_request(mentee, role), *choices)
        return (*self._why_not_given(row, columns), *choices, *_nearest_offer(role, nearest))

    def why_unused(self, column: int) -> tuple[Reason, ...]:
        """For a mentor who has places in this programme and was given nobody."""
        mentor = self._solved.mentor(column)
        asked = sum(count for roles, count in self._asking.items() if roles & mentor.offers)
        asked -= self._is_oneself(mentor.id) and bool(
            wished_roles(self._people.mentees[self._people.row_of[mentor.id]]) & mentor.offers
        )
        if not asked:
            return (Reason(code="nobody_asked", values={"roles": tuple(sorted(mentor.offers))}),)
        rows = self._rows_of(column)
        mentees = len(set(self._people.requests.mentee[rows].tolist()))
        if not mentees:
            ruled_out = Reason(code="no_mentee_possible", values={"mentees": asked})
            return (ruled_out, *self._barriers_of_mentor(mentor))
        if self._solved.is_programme_full:
            places = int(self._solved.load.sum())
            return (Reason(code="programme_full", values={"places": places}),)
        code = "her_limits" if (self._solved.given[rows] < 0).any() else "others_fit_better"
        return (Reason(code=code, values={"mentees": mentees}),)

    @cached_property
    def _offering(self) -> Counter[Role]:
        return Counter(role for mentor in self._people.mentors for role in mentor.offers)

    @cached_property
    def _asking(self) -> Counter[frozenset[Role]]:
        """How many mentees wish just these roles."""
        return Counter(wished_roles(mentee) for mentee in self._people.mentees)

    @cached_property
    def _by_column(self) -> tuple[Longs, Longs]:
        """Where each mentor's pairs begin, and the requests in them."""
        order = np.argsort(self._solved.market.mentor, kind="stable")
        columns = np.arange(self._solved.market.columns + 1)
        begin = np.searchsorted(self._solved.market.mentor[order], columns)
        return begin, self._solved.row_of_pair[order]

    @cached_property
    def _mentors_of(self) -> dict[int, set[int]]:
        """Whom each mentee has, in any of her requests."""
        found: dict[int, set[int]] = {}
        mentees = self._people.requests.mentee.tolist()
        for mentee, column in zip(mentees, self._solved.given.tolist(), strict=True):
            found.setdefault(mentee, set()).add(column)
        return found

    def _rows_of(self, column: int) -> Longs:
        begin, rows = self._by_column
        return rows[begin[column] : begin[column + 1]]

    def _why_not_given(self, row: int, columns: Sequence[int]) -> Iterator[Reason]:
        role = self._solved.role(row)
        with_places = [column for column in columns if self._people.places[column] > 0]
        if not with_places:
            yield _reason("no_places", role, mentors=len(columns))
            return
        if self._solved.is_programme_full:
            yield _reason("programme_full", role, places=int(self._solved.load.sum()))
            return
        mine = self._mentors_of[int(self._people.requests.mentee[row])]
        for column in with_places:
            if column in mine:
                yield _reason("has_another", role, mentor=self._solved.mentor(column).id)
        full = [column for column in with_places if column not in mine]
        if full:
            specialties = {self._solved.mentor(column).specialty for column in full}
            specialty = specialties.pop() if len(specialties) == 1 else ""
            yield _reason("all_full", role, mentors=len(full), specialty=specialty)

    def _why_no_choice(self, row: int, role: Role) -> Iterator[Reason]:
        """For each mentor whom she named, the first first; who takes no part has no line."""
        mentee, options = self._solved.mentee(row), self._people.options
        mine = self._mentors_of[int(self._people.requests.mentee[row])]
        for place, one in enumerate(mentee.choices, start=1):
            column = self._people.column_of.get(one)
            if column is None or column in mine:
                continue
            mentor = self._solved.mentor(column)
            named: dict[str, str | int] = {"mentor": one, "place": place}
            barrier = barrier_in_role(mentee, mentor, role=role, options=options)
            if barrier is not None:
                yield _reason("choice_barred", role, **named, barrier=barrier)
            elif self._people.places[column] == 0:
                yield _reason("choice_without_places", role, **named)
            elif self._solved.is_full(column):
                yield _reason("choice_full", role, **named)
            else:
                yield _reason("choice_limited", role, **named)

    def _is_oneself(self, one: str) -> bool:
        return self._people.options.must_not.get((one, one)) is Barrier.ONESELF

    def _is_among(self, mentee: Mentee, role: Role) -> bool:
        """Whether she offers herself what she asks for."""
        if not self._is_oneself(mentee.id):
            return False
        return role in self._solved.mentor(self._people.column_of[mentee.id]).offers

    def _barriers_of_request(self, mentee: Mentee, role: Role) -> Iterator[Reason]:
        counted = self._counted((mentee, mentor, role) for mentor in self._people.mentors)
        counted.pop(Barrier.ROLE_NOT_OFFERED, None)
        for barrier, count in counted.most_common():
            yield Reason(code="barrier", values={"barrier": barrier, "mentors": count})

    def _barriers_of_mentor(self, mentor: Mentor) -> Iterator[Reason]:
        counted = self._counted(
            (mentee, mentor, min(roles))
            for mentee in self._people.mentees
            if (roles := wished_roles(mentee) & mentor.offers)
        )
        for barrier, count in counted.most_common():
            yield Reason(code="barrier", values={"barrier": barrier, "mentees": count})

    def _counted(self, couples: Iterable[tuple[Mentee, Mentor, Role]]) -> Counter[Barrier]:
        counted = Counter[Barrier]()
        if self._left <= 0:
            return counted
        for mentee, mentor, role in couples:
            self._left -= 1
            barrier = barrier_in_role(mentee, mentor, role=role, options=self._people.options)
            if barrier is not None and barrier is not Barrier.ONESELF:
                counted[barrier] += 1
        return counted


def _nearest_offer(role: Role, nearest: Sequence[Alternative]) -> Iterator[Reason]:
    if not nearest:
        return
    best = nearest[0]
    given_up = [move.mentee for move in best.moves if move.becomes is None]
    known: dict[str, str | int] = {"mentor": best.mentor, "fit": best.fit, "points": best.loss}
    if given_up:
        yield _reason("would_displace", role, **known, mentee=given_up[0])
    else:
        yield _reason("would_move", role, **known, mentees=len(best.moves))


def _reason(code: str, role: Role, **values: str | int) -> Reason:
    return Reason(code=code, values={"role": role, **values})
