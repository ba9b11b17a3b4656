"""Who applies to the demo's rounds, and what they say: interesting, and always the same."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corridor.algorithms.matching.people import Criterion, Role
from corridor.demo.cast import AMARA, CAST, DR_OSEI, DR_VAUGHAN, TOMI
from corridor.demo.people import DemoPerson
from corridor.programmes.answers import Answers, FreeTime

CHOICES_OF = {
    AMARA.handle: (DR_VAUGHAN.handle, DR_OSEI.handle, "adaeze_okonkwo"),
    TOMI.handle: ("miguel_reyes",),
}
"""Rankings that the docs tell about; everybody else's come from what they have in common."""

FULL_AMONG_MENTORS = 5
"""One mentor in so many applies although every place of theirs is taken elsewhere."""


@dataclass(frozen=True, kw_only=True)
class Applicant:
    person: DemoPerson
    is_mentor: bool
    answers: Answers


def applicants(
    everybody: Sequence[DemoPerson], *, mentees: int, mentors: int, rng: random.Random
) -> list[Applicant]:
    """So many of each side, those of the cast first."""
    giving = _mentors(everybody, mentors, rng)
    asking = _mentees([who for who in everybody if who not in giving], mentees, rng)
    popular = {who.handle: rng.random() for who in giving}
    return [
        *(_mentee(who, giving, popular, rng) for who in asking),
        *(_mentor(who, asking, rng) for who in giving),
    ]


def _mentors(everybody: Sequence[DemoPerson], count: int, rng: random.Random) -> list[DemoPerson]:
    offering = [who for who in everybody if who.offers]
    cast = [who for who in offering if who in CAST]
    full = [who for who in offering if who.capacity == who.carries]
    free = [who for who in offering if who.capacity > who.carries and who not in cast]
    # Whoever has more room answers a call for mentors more readily.
    free.sort(key=lambda who: (who.carries - who.capacity) * rng.random())
    chosen = [*cast, *rng.sample(full, k=count // FULL_AMONG_MENTORS)]
    return [*chosen, *free[: count - len(chosen)]]


def _mentees(others: Sequence[DemoPerson], count: int, rng: random.Random) -> list[DemoPerson]:
    """Those who are the first in their family to study come first: it is their programme."""
    asking = [who for who in others if who.needs and who.handle != "mallory_crane"]
    cast = [who for who in asking if who in CAST]
    rest = [who for who in asking if who not in CAST]
    rng.shuffle(rest)
    rest.sort(key=lambda who: "first in family at university" not in who.experience)
    return [*cast, *rest[: count - len(cast)]]


def _mentee(
    who: DemoPerson,
    mentors: Sequence[DemoPerson],
    popular: dict[str, float],
    rng: random.Random,
) -> Applicant:
    liked = sorted(
        (mentor for mentor in mentors if mentor.rung > who.rung),
        key=lambda mentor: (-_in_common(who, mentor) - popular[mentor.handle], mentor.handle),
    )
    ranked = tuple(mentor.handle for mentor in liked[: rng.choice((0, 0, 0, 1, 2, 3, 4, 5))])
    answers = replace(
        _answers(who),
        needs=frozenset(who.needs),
        choices=CHOICES_OF.get(who.handle, ranked),
        wishes={rng.choices((Role.MENTOR, Role.COACH), weights=(19, 1))[0]: 1},
        shares=frozenset(rng.sample(who.experience, k=1) if _asks_to_share(who, rng) else ()),
        top=rng.choice((None, None, None, None, Criterion.NEEDS, Criterion.TIME)),
        waited=rng.choices((0, 1, 2), weights=(17, 2, 1))[0],
    )
    return Applicant(person=who, is_mentor=False, answers=answers)


def _mentor(who: DemoPerson, mentees: Sequence[DemoPerson], rng: random.Random) -> Applicant:
    liked = sorted(
        (mentee for mentee in mentees if mentee.rung < who.rung),
        key=lambda mentee: (-_in_common(mentee, who) - rng.random(), mentee.handle),
    )
    answers = replace(
        _answers(who),
        covers=frozenset(who.covers),
        choices=tuple(mentee.handle for mentee in liked[: rng.choice((0, 0, 0, 1, 2))]),
        offers=frozenset(who.offers),
        capacity=who.capacity,
        carries=who.carries,
    )
    return Applicant(person=who, is_mentor=True, answers=answers)


def _asks_to_share(who: DemoPerson, rng: random.Random) -> bool:
    return bool(who.experience) and rng.choice((True, False, False, False))


def _in_common(mentee: DemoPerson, mentor: DemoPerson) -> int:
    if not {*mentee.languages} & {*mentor.languages}:
        return 0
    return (
        2 * (mentee.specialty == mentor.specialty)
        + 2 * (mentee.zone.split("/")[0] == mentor.zone.split("/")[0])
        + len({*mentee.interests} & {*mentor.interests})
        + len({*mentee.needs} & {*mentor.covers})
    )


def _answers(who: DemoPerson) -> Answers:
    return Answers(
        grade=who.grade,
        languages=frozenset(who.languages),
        interests=frozenset(who.interests),
        experience=frozenset(who.experience),
        free=tuple(FreeTime(day=span.day, start=span.start, end=span.end) for span in who.free),
    )
