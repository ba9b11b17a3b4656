"""People for the benchmarks: a seeded, believable crowd of any size."""

import random
from dataclasses import dataclass, field
from datetime import date

from corridor.algorithms.matching.options import Options
from corridor.algorithms.matching.people import Criterion, Mentee, Mentor, Role
from corridor.algorithms.matching.week import DAYS, Span, free_quarters, reference_weeks

SPECIALTIES = 60
SPECIALTY_WEIGHTS = tuple(1 / (rank + 1) for rank in range(SPECIALTIES))
INTERESTS = 320
NEEDS = 16
INSTITUTIONS = 400
EXPERIENCES = 12
ZONES = (
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Africa/Lagos",
    "Asia/Kolkata",
    "Australia/Sydney",
)
ZONE_WEIGHTS = (30, 15, 15, 5, 12, 10, 5, 5, 3)
LANGUAGES = ("en", "es", "fr", "pt", "de", "hi", "ar", "zh")
LANGUAGE_WEIGHTS = (60, 15, 6, 5, 5, 4, 3, 2)
EVENINGS = (17 * 60, 21 * 60)
YEAR = (date(2026, 1, 5), date(2026, 12, 18))
CLUSTERS = ((-8, -7, -6, -5), (-1, 0, 1, 2, 3), (5, 7, 8, 9))
"""Hours ahead of UTC: the Americas, Europe and Africa, Asia."""
OFFICE = (2 * 24 + 9, 7)
"""First hour of the week and hours of a window in which an hour is shared up to six zones away."""
PLAIN_WEIGHTS = {
    Criterion.INTERESTS: 9,
    Criterion.STAGE: 4,
    Criterion.EXPERIENCE: 4,
    Criterion.SPECIALTY: 2,
    Criterion.TIME: 2,
}


@dataclass(frozen=True)
class Crowd:
    mentees: list[Mentee]
    mentors: list[Mentor]
    options: Options = field(default_factory=Options)


def plain_crowd(mentees: int, mentors: int, *, seed: int = 0) -> Crowd:
    """People of few features: no needs, rankings or top criterion, and zones in place of hours."""
    asking, offering = _PlainDraw(f"mentees {seed}"), _PlainDraw(f"mentors {seed}")
    return Crowd(
        mentees=[asking.mentee(number) for number in range(mentees)],
        mentors=[offering.mentor(number) for number in range(mentors)],
        options=Options(weights=PLAIN_WEIGHTS),
    )


def crowd(mentees: int, mentors: int, *, seed: int = 0, chosen: float = 0.1) -> Crowd:
    """``chosen``: share of mentees who ranked three. Fewer mentees are the first of more."""
    asking, offering = _Draw(f"mentees {seed}"), _Draw(f"mentors {seed}")
    return Crowd(
        mentees=[asking.mentee(number, mentors, chosen=chosen) for number in range(mentees)],
        mentors=[offering.mentor(number) for number in range(mentors)],
    )


class _Draw:
    def __init__(self, seed: str) -> None:
        self.rng = random.Random(seed)
        self.mondays = reference_weeks(*YEAR, ZONES)
        self.weeks: dict[tuple[str, tuple[Span, ...]], tuple[int, ...]] = {}

    def mentee(self, number: int, mentors: int, *, chosen: float) -> Mentee:
        rng = self.rng
        ranks = rng.random() < chosen
        return Mentee(
            id=f"e{number}",
            **self._person(stage=rng.choice((1, 2, 3, 3, 4, 4, 5, 6, 7, 8))),
            needs=frozenset(f"need-{rng.randrange(NEEDS)}" for _ in range(rng.randint(1, 5))),
            wishes={rng.choices(tuple(Role), (80, 12, 8))[0]: 1},
            choices=tuple(f"m{rng.randrange(mentors)}" for _ in range(3)) if ranks else (),
            shares=self._experience(0.2),
            top=rng.choice((None, *Criterion)) if rng.random() < 0.3 else None,
        )

    def mentor(self, number: int) -> Mentor:
        rng = self.rng
        return Mentor(
            id=f"m{number}",
            **self._person(stage=rng.choice((4, 6, 7, 8, 9, 9, 10, 10, 11, 12, 13, 14))),
            covers=frozenset(rng.sample([f"need-{n}" for n in range(NEEDS)], rng.randint(2, 9))),
            offers=frozenset(rng.sample(tuple(Role), rng.choice((1, 2, 3)))) | {Role.MENTOR},
            capacity=rng.choice((1, 1, 2, 2, 3, 4, 5)),
        )

    def _person(self, *, stage: int) -> dict[str, object]:
        rng = self.rng
        specialty = rng.choices(range(SPECIALTIES), SPECIALTY_WEIGHTS)[0]
        return {
            "stage": stage,
            "specialty": f"specialty-{specialty}",
            "institutions": frozenset({f"institution-{rng.randrange(INSTITUTIONS)}"}),
            "interests": self._interests(specialty),
            "languages": self._languages(),
            "free": self._free(),
            "experience": self._experience(0.3),
        }

    def _interests(self, specialty: int) -> frozenset[str]:
        """Six in ten belong to the specialty."""
        rng = self.rng
        local = (specialty * 5) % INTERESTS
        return frozenset(
            f"tag-{(local + rng.randrange(20)) % INTERESTS}"
            if rng.random() < 0.6
            else f"tag-{rng.randrange(INTERESTS)}"
            for _ in range(rng.randint(3, 10))
        )

    def _languages(self) -> frozenset[str]:
        more = self.rng.choices(LANGUAGES, LANGUAGE_WEIGHTS, k=self.rng.choice((1, 1, 2)))
        return frozenset(more) | ({"en"} if self.rng.random() < 0.9 else frozenset())

    def _free(self) -> tuple[int, ...]:
        rng = self.rng
        if rng.random() < 0.15:
            return ()
        zone = rng.choices(ZONES, ZONE_WEIGHTS)[0]
        spans = tuple(
            Span(day, EVENINGS[0] + 30 * rng.randrange(3), EVENINGS[1] + 30 * rng.randrange(3))
            for day in rng.sample(DAYS, rng.randint(2, 4))
        )
        if (zone, spans) not in self.weeks:
            self.weeks[zone, spans] = free_quarters(spans, zone=zone, mondays=self.mondays)
        return self.weeks[zone, spans]

    def _experience(self, share: float) -> frozenset[str]:
        rng = self.rng
        if rng.random() > share:
            return frozenset()
        return frozenset(f"lived-{rng.randrange(EXPERIENCES)}" for _ in range(rng.randint(1, 2)))


class _PlainDraw(_Draw):
    def mentee(self, number: int) -> Mentee:  # type: ignore[override] - fewer facts of the same people
        return Mentee(
            id=f"e{number}",
            **self._person(stage=self.rng.randrange(7)),
            wishes=dict.fromkeys(self._roles(), 1),
            shares=self._experience(0.22),
        )

    def mentor(self, number: int) -> Mentor:
        return Mentor(
            id=f"m{number}",
            **self._person(stage=self.rng.randrange(1, 8)),
            offers=self._roles(),
            capacity=self.rng.randint(1, 5),
        )

    def _roles(self) -> frozenset[Role]:
        return frozenset(self.rng.sample(tuple(Role), self.rng.choice((1, 1, 2, 3))))

    def _free(self) -> tuple[int, ...]:
        """The same seven hours of local time, so that whoever is too far away shares none."""
        zone = self.rng.choice(self.rng.choices(CLUSTERS, (50, 35, 15))[0])
        begin, hours = OFFICE
        return (((1 << 2 * hours) - 1) << 2 * (begin - zone),)
