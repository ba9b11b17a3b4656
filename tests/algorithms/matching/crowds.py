"""Small crowds in which every rule, silence and list occurs."""

import random
from dataclasses import dataclass

from corridor.algorithms.matching.options import Barrier, Options, Pair, Rules
from corridor.algorithms.matching.people import SLOTS_PER_WEEK, Criterion, Mentee, Mentor, Role


@dataclass(frozen=True)
class Crowd:
    mentees: list[Mentee]
    mentors: list[Mentor]
    options: Options


def random_crowd(seed: int, *, mentees: int = 12, mentors: int = 30) -> Crowd:
    rng = random.Random(seed)
    weeks = rng.randint(1, 3)
    mentee_ids = [f"mentee {number}" for number in range(mentees)]
    mentor_ids = [f"mentor {number}" for number in range(mentors)]
    return Crowd(
        mentees=[
            Mentee(
                id=one,
                **_person(rng, mentor_ids, weeks=weeks),
                needs=_some(rng, "need", of=6, most=4),
                wishes={rng.choice(list(Role)): 1},
                shares=_some(rng, "lived", of=4, most=2) if rng.random() < 0.4 else frozenset(),
                top=rng.choice([None, *Criterion]),
            )
            for one in mentee_ids
        ],
        mentors=[
            Mentor(
                id=one,
                **_person(rng, mentee_ids, weeks=weeks),
                covers=_some(rng, "need", of=8, most=5),
                offers=frozenset(rng.sample(list(Role), rng.randint(1, 3))),
                capacity=rng.randint(0, 3),
            )
            for one in mentor_ids
        ],
        options=_options(rng, mentee_ids, mentor_ids),
    )


def _person(rng: random.Random, others: list[str], *, weeks: int) -> dict[str, object]:
    return {
        "stage": rng.choice([None, *range(16)]),
        "specialty": rng.choice(["", "anaesthesiology", "surgery", "paediatrics"]),
        "institutions": _some(rng, "hospital", of=12, most=2),
        "interests": _some(rng, "tag", of=9, most=5),
        "languages": frozenset(rng.sample(["english", "french", "twi"], rng.randint(0, 2))),
        "free": tuple(_week(rng) for _ in range(weeks)) if rng.random() < 0.7 else (),
        "experience": _some(rng, "lived", of=4, most=2),
        "choices": tuple(rng.sample([*others, "somebody else"], rng.choice([0, 0, 1, 3]))),
        "avoid": frozenset(rng.sample(others, rng.choice([0, 0, 1]))),
    }


def _some(rng: random.Random, word: str, *, of: int, most: int) -> frozenset[str]:
    return frozenset(f"{word} {rng.randrange(of)}" for _ in range(rng.randint(0, most)))


def _week(rng: random.Random) -> int:
    """About ten free half hours, so that some pairs share few and some none."""
    return sum(
        0b11 << slot for slot in {2 * rng.randrange(SLOTS_PER_WEEK // 16) for _ in range(10)}
    )


def _options(rng: random.Random, mentee_ids: list[str], mentor_ids: list[str]) -> Options:
    return Options(
        weights={
            criterion: 10 if rng.random() < 0.1 else rng.choice([0, 3, 5, 8])
            for criterion in Criterion
        },
        rules=Rules(
            other_institution=rng.random() < 0.6,
            shared_language=rng.random() < 0.6,
            senior_mentor=rng.random() < 0.4,
            overlap_minutes=rng.choice([0, 60]),
        ),
        must_not={(rng.choice(mentee_ids), rng.choice(mentor_ids)): Barrier.CONFLICT},
        pins=frozenset({Pair(mentee=rng.choice(mentee_ids), mentor=rng.choice(mentor_ids))}),
        own_best=rng.random() < 0.6,
        mentee_voice=rng.choice([0, 50, 60, 100]),
        candidates=rng.choice([4, 5, 12]),
        seed=str(rng.random()),
    )
