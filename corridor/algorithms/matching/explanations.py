"""Why a request got nobody, and why a mentor with room did.

Reasons are codes with values; ``corridor.programmes.wording`` has the sentences. For a request
without a mentor (``role`` is in every one):
``nobody_offers``; ``no_candidates`` (mentors: asked and ruled out), followed by one ``barrier``
for each barrier (barrier, mentors); ``no_places`` (mentors: possible, none with places in this
programme); ``programme_full`` (places); ``all_full`` (mentors: possible and full; specialty:
theirs if it is one); ``has_another`` (mentor: given to her in another request);
``would_displace`` (mentor, fit, mentee: who would have nobody, points: lost in all);
``would_move`` (mentor, fit, mentees: how many others would get somebody else, points);
``no_circle`` (smallest, largest: no circle of this size could take her).
For a mentor with room: ``nobody_asked`` (roles), ``no_mentee_possible`` (mentees), followed by
``barrier`` (barrier, mentees); ``programme_full`` (places); ``others_fit_better`` (mentees: for
whom she was possible); ``her_limits`` where only a limit of her own stands in the way.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from corridor.algorithms.matching.barriers import barrier_in_role, wished_roles
from corridor.algorithms.matching.options import Barrier
from corridor.algorithms.matching.outcome import Alternative, Reason
from corridor.algorithms.matching.people import Mentee, Mentor, Role
from corridor.algorithms.matching.run_solve import Solved

COMPARISONS = 400_000
"""People compared one by one to name barriers, in a whole run; beyond it only their number is."""


class Barriers:
    """Counts what stands in the way, as long as a run has comparisons left."""

    def __init__(self, solved: Solved) -> None:
        self._people = solved.people
        self._left = COMPARISONS

    def of_request(self, mentee: Mentee, role: Role) -> Iterator[Reason]:
        mentors = self._people.mentors
        counted = self._counted((mentee, mentor, role) for mentor in mentors)
        counted.pop(Barrier.ROLE_NOT_OFFERED, None)
        return (
            Reason(code="barrier", values={"barrier": barrier, "mentors": count})
            for barrier, count in counted.most_common()
        )

    def of_mentor(self, mentor: Mentor) -> Iterator[Reason]:
        mentees = [one for one in self._people.mentees if wished_roles(one) & mentor.offers]
        counted = self._counted(
            (mentee, mentor, min(wished_roles(mentee) & mentor.offers)) for mentee in mentees
        )
        return (
            Reason(code="barrier", values={"barrier": barrier, "mentees": count})
            for barrier, count in counted.most_common()
        )

    def _counted(self, couples: Iterable[tuple[Mentee, Mentor, Role]]) -> Counter[Barrier]:
        if self._left <= 0:
            return Counter()
        counted = Counter[Barrier]()
        for mentee, mentor, role in couples:
            self._left -= 1
            barrier = barrier_in_role(mentee, mentor, role=role, options=self._people.options)
            if barrier is not None:
                counted[barrier] += 1
        return counted


def why_unmatched(
    solved: Solved, row: int, nearest: tuple[Alternative, ...], barriers: Barriers
) -> tuple[Reason, ...]:
    role = solved.role(row)
    offering = sum(role in mentor.offers for mentor in solved.people.mentors)
    columns = [int(solved.market.mentor[at]) for at in solved.pairs(row)]
    if not offering:
        return (_reason("nobody_offers", role),)
    if not columns:
        ruled_out = _reason("no_candidates", role, mentors=offering)
        return (ruled_out, *barriers.of_request(solved.mentee(row), role))
    return (*_why_not_given(solved, row, columns), *_nearest_offer(solved, row, nearest))


def _why_not_given(solved: Solved, row: int, columns: list[int]) -> Iterator[Reason]:
    role = solved.role(row)
    with_places = [column for column in columns if solved.people.places[column] > 0]
    if not with_places:
        yield _reason("no_places", role, mentors=len(columns))
        return
    if solved.is_programme_full:
        yield _reason("programme_full", role, places=int(solved.load.sum()))
        return
    mine = _others_of_hers(solved, row)
    for column in with_places:
        if column in mine:
            yield _reason("has_another", role, mentor=solved.mentor(column).id)
    full = [column for column in with_places if column not in mine]
    if full:
        specialties = {solved.mentor(column).specialty for column in full}
        specialty = specialties.pop() if len(specialties) == 1 else ""
        yield _reason("all_full", role, mentors=len(full), specialty=specialty)


def _others_of_hers(solved: Solved, row: int) -> set[int]:
    requests = solved.people.requests
    return set(solved.given[requests.mentee == requests.mentee[row]].tolist())


def _nearest_offer(solved: Solved, row: int, nearest: tuple[Alternative, ...]) -> Iterator[Reason]:
    if not nearest:
        return
    best, role = nearest[0], solved.role(row)
    given_up = [move.mentee for move in best.moves if move.becomes is None]
    known: dict[str, str | int] = {"mentor": best.mentor, "fit": best.fit, "points": best.loss}
    if given_up:
        yield _reason("would_displace", role, **known, mentee=given_up[0])
    else:
        yield _reason("would_move", role, **known, mentees=len(best.moves))


def why_unused(solved: Solved, column: int, barriers: Barriers) -> tuple[Reason, ...]:
    """For a mentor who has places in this programme and was given nobody."""
    mentor = solved.mentor(column)
    asked = [mentee for mentee in solved.people.mentees if wished_roles(mentee) & mentor.offers]
    if not asked:
        return (Reason(code="nobody_asked", values={"roles": tuple(sorted(mentor.offers))}),)
    rows = solved.row_of_pair[solved.market.mentor == column]
    mentees = len(set(solved.people.requests.mentee[rows].tolist()))
    if not mentees:
        ruled_out = Reason(code="no_mentee_possible", values={"mentees": len(asked)})
        return (ruled_out, *barriers.of_mentor(mentor))
    if solved.is_programme_full:
        return (Reason(code="programme_full", values={"places": int(solved.load.sum())}),)
    if (solved.given[rows] < 0).any():
        return (Reason(code="her_limits", values={"mentees": mentees}),)
    return (Reason(code="others_fit_better", values={"mentees": mentees}),)


def _reason(code: str, role: Role, **values: str | int) -> Reason:
    return Reason(code=code, values={"role": role, **values})
