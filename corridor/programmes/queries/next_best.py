"""Who would be the best mentor for one mentee now, while everybody else keeps whom she has.

With all others fixed the best mentor for one request is the one of greatest worth among those
still free: exact, by the same scores as the run, measured against the best that she could still
have. Whoever has no place is ruled out before anybody's answers are opened.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from corridor.algorithms.matching.compatibility import compare, judge, worths
from corridor.algorithms.matching.outcome import Compatibility
from corridor.algorithms.matching.people import Role
from corridor.mentoring import queries as mentoring
from corridor.people import queries as people
from corridor.people.choices import Kind
from corridor.programmes.models import Application, Match, NextBest
from corridor.programmes.queries.matches import places_given
from corridor.programmes.queries.reviewing import applications, given
from corridor.programmes.states import OPEN_MATCH


@dataclass(frozen=True, kw_only=True)
class Candidate:
    mentor: Application
    why: Compatibility


class _Mentor(NamedTuple):
    """Her application, before anything that it says is read."""

    pk: int
    profile_id: int
    handle: str


def next_best(mentee: Application, role: str, *, today: date) -> Candidate | None:
    """The best of those who are free and were not asked for her before."""
    mentors = _with_a_place(_not_asked(mentee, role), role, today=today)
    for pk, why in _ranked(mentee, role, mentors):
        mentor = applications(mentee.round).get(pk=pk)
        if is_free(mentor, role, today=today):
            return Candidate(mentor=mentor, why=why)
    return None


def by_worth(mentee: Application, role: str) -> list[Candidate]:
    """Mentors who may be matched with her and were not asked yet, best first."""
    ranked = list(_ranked(mentee, role, _not_asked(mentee, role)))
    of_pk = {one.pk: one for one in applications(mentee.round).filter(pk__in=dict(ranked))}
    return [Candidate(mentor=of_pk[pk], why=why) for pk, why in ranked]


def may_be_matched(mentee: Application, mentor: Application, role: str) -> bool:
    """Nothing stands between the two, and the mentor is in the round and takes somebody still."""
    there = applications(mentee.round).filter(pk=mentor.pk, takes_no_more_at=None)
    mentors = [_Mentor(*row) for row in there.values_list("pk", "profile", "profile__handle")]
    return bool(mentors) and next(_ranked(mentee, role, mentors), None) is not None


def is_free(mentor: Application, role: str, *, today: date) -> bool:
    return free_places(mentor, role, today=today) > 0


def free_places(mentor: Application, role: str, *, today: date) -> int:
    """While she is here: beside those whom she has and those she is being asked for."""
    if people.is_away(mentor.profile, today=today):
        return 0
    left = mentoring.places_left(mentor.profile, Kind(role), without_offer=places_given(mentor))
    return max(0, left - Match.objects.filter(mentor=mentor, state__in=OPEN_MATCH).count())


def _not_asked(mentee: Application, role: str) -> list[_Mentor]:
    asked = set(Match.objects.filter(mentee=mentee).values_list("mentor", flat=True))
    asked |= set(NextBest.objects.filter(mentee=mentee).values_list("mentor", flat=True))
    mentors = applications(mentee.round).filter(side=Application.Side.MENTOR, takes_no_more_at=None)
    found = mentors.exclude(profile=mentee.profile_id)
    rows = found.values_list("pk", "profile", "profile__handle")
    possible = [_Mentor(*row) for row in rows if row[0] not in asked]
    together = mentoring.together([one.profile_id for one in possible], [mentee.profile_id])
    hers = {one.mentor_id for one in together if one.role == role}
    return [one for one in possible if one.profile_id not in hers]


def _with_a_place(mentors: Sequence[_Mentor], role: str, *, today: date) -> list[_Mentor]:
    """Without those of whom `free_places` would say that they have none, as far as that is known
    before their answers are opened: they are only of those who make no offer and have somebody.
    """
    ids = [one.profile_id for one in mentors]
    away = people.away_among(ids, today=today)
    rooms = people.rooms_offered(ids, Kind(role))
    carried = mentoring.carried_among(ids, Kind(role))
    asked = _asked_now(mentors)
    here = [one for one in mentors if one.profile_id not in away]
    taken = {one.pk: carried[one.profile_id] + asked[one.pk] for one in here}
    unsaid = [one.pk for one in here if taken[one.pk] and one.profile_id not in rooms]
    given_here = {one.pk: places_given(one) for one in Application.objects.filter(pk__in=unsaid)}
    return [
        one for one in here if rooms.get(one.profile_id, given_here.get(one.pk, 1)) > taken[one.pk]
    ]


def _asked_now(mentors: Iterable[_Mentor]) -> Counter[int]:
    ids = [one.pk for one in mentors]
    open_now = Match.objects.filter(mentor__in=ids, state__in=OPEN_MATCH).order_by()
    return Counter(open_now.values_list("mentor", flat=True))


def _ranked(
    mentee: Application, role: str, mentors: Sequence[_Mentor]
) -> Iterator[tuple[int, Compatibility]]:
    """Best first; reasons are worked out for those only who are looked at."""
    pk_of = {one.handle: one.pk for one in mentors}
    everybody = given(mentee.round, only=[mentee.pk, *pk_of.values()])
    if not everybody.mentees:
        return
    her = everybody.mentees[0]
    judged = [
        (one, judge(her, one, everybody.options))
        for one in everybody.mentors
        if Role(role) in one.offers
    ]
    possible = [(mentor, why) for mentor, why in judged if why.barrier is None]
    worth = worths([why for _, why in possible], everybody.options)
    ranked = sorted(
        zip(worth, possible, strict=True), key=lambda one: (-one[0], -one[1][1].fit, one[1][0].id)
    )
    for _, (mentor, _) in ranked:
        yield pk_of[mentor.id], compare(her, mentor, everybody.options)
