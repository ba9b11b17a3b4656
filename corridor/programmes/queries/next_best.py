"""Who would be the best mentor for one mentee now, while everybody else keeps whom she has.

With all others fixed the best mentor for one request is the one of greatest worth among those
still free: exact, by the same scores as the run.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from corridor.algorithms.matching.compatibility import compare, worths
from corridor.algorithms.matching.outcome import Compatibility
from corridor.algorithms.matching.people import Role
from corridor.mentoring import queries as mentoring
from corridor.people import queries as people
from corridor.people.choices import Kind
from corridor.programmes.models import Application, Match, Round
from corridor.programmes.queries.matches import places_given
from corridor.programmes.queries.reviewing import applications, given
from corridor.programmes.states import OPEN_MATCH


@dataclass(frozen=True, kw_only=True)
class Candidate:
    mentor: Application
    why: Compatibility


def next_best(mentee: Application, role: str, *, today: date) -> Candidate | None:
    """The best of those who are free and were not asked for her before."""
    for candidate in by_worth(mentee, role):
        if is_free(candidate.mentor, role, today=today):
            return candidate
    return None


def by_worth(mentee: Application, role: str) -> list[Candidate]:
    """Mentors who may be matched with her and were not asked yet, best first."""
    everybody = given(mentee.round)
    handle = mentee.profile.handle
    her = next((one for one in everybody.mentees if one.id == handle), None)
    if her is None:
        return []
    asked = set(Match.objects.filter(mentee=mentee).values_list("mentor_id", flat=True))
    mentors = {
        one.profile.handle: one
        for one in applications(mentee.round)
        if one.side == Application.Side.MENTOR
        and one.pk not in asked
        and one.takes_no_more_at is None
    }
    compared = [
        (one.id, compare(her, one, everybody.options))
        for one in everybody.mentors
        if one.id in mentors and Role(role) in one.offers and one.id != handle
    ]
    possible = [(who, why) for who, why in compared if why.barrier is None]
    worth = worths([why for _, why in possible], everybody.options)
    ranked = sorted(
        zip(worth, possible, strict=True), key=lambda one: (-one[0], -one[1][1].fit, one[1][0])
    )
    return [Candidate(mentor=mentors[who], why=why) for _, (who, why) in ranked]


def is_free(mentor: Application, role: str, *, today: date) -> bool:
    """She is here, and has a place beside those she has and those she is being asked for."""
    away = people.away_of(mentor.profile, today=today)
    if away is not None and away.starts_on <= today:
        return False
    left = mentoring.places_left(mentor.profile, Kind(role), without_offer=places_given(mentor))
    return left > _asked_now(mentor.round)[mentor.pk]


def _asked_now(round: Round) -> Counter[int]:
    open_now = Match.objects.filter(round=round, state__in=OPEN_MATCH)
    return Counter(open_now.values_list("mentor_id", flat=True))
