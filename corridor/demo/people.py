"""About four hundred people, made from lists and a seed: the same seed, the same people."""

import random
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from corridor.algorithms.careers import BY_CODE
from corridor.algorithms.matching.people import Role
from corridor.algorithms.matching.week import Span
from corridor.demo.interests import (
    BIO_OPENINGS,
    EXPERIENCE,
    FREE_EVENINGS,
    INTERESTS_OF,
    NEEDS,
    SHARED_INTERESTS,
    SPECIALTIES,
)
from corridor.demo.names import CULTURES, PLAIN_LETTERS, Culture
from corridor.demo.places import INSTITUTIONS, Institution, grade, institutions_in

STAGES = {
    "PRE": 3, "APP1": 2, "MS1": 7, "MS2": 9, "MS3": 11, "MS4": 9, "MSR": 2, "APP2": 3,
    "PGY1": 8, "PGY2": 8, "PGY3": 7, "PGY4": 6, "CHIEF": 2, "FEL": 6,
    "ATT0": 7, "ATT": 6, "AST": 5, "ASC": 3, "PRF": 2, "LEAD": 1,
}  # fmt: skip
"""Stage -> how many in a hundred or so: many students and residents, few professors."""

FIRST_TRAINEE, FIRST_SENIOR, FIRST_TITLED, PROFESSOR = 7, 10, 9, 14
"""Rungs at which people are trainees, are seniors, and are called doctor and professor here."""


@dataclass(frozen=True, kw_only=True)
class DemoPerson:
    handle: str
    name: str
    pronouns: str
    stage: str
    """A code of `algorithms.careers`."""
    grade: str
    specialty: str
    institution: str
    country: str
    zone: str
    languages: tuple[str, ...]
    interests: tuple[str, ...]
    experience: tuple[str, ...]
    free: tuple[Span, ...]
    bio: str
    needs: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    offers: tuple[Role, ...] = ()
    capacity: int = 0
    carries: int = 0

    @property
    def rung(self) -> int:
        return BY_CODE[self.stage].rung or 0

    @property
    def email(self) -> str:
        return f"{self.handle}@example.org"


def people(count: int, *, rng: random.Random, taken: frozenset[str]) -> list[DemoPerson]:
    """So many people with distinct names and handles, none of which is ``taken``."""
    handles = set(taken)
    made: list[DemoPerson] = []
    while len(made) < count:
        person = _person(rng)
        if person.handle not in handles:
            handles.add(person.handle)
            made.append(person)
    return made


def handle_of(name: str) -> str:
    """Small letters and underscores, as people spell their name where accents are not allowed."""
    decomposed = unicodedata.normalize("NFKD", name.casefold()).translate(PLAIN_LETTERS)
    words = "".join(letter if letter.isascii() else "" for letter in decomposed)
    kept = "".join(letter if letter.isalnum() else "_" for letter in words)
    return "_".join(word for word in kept.split("_") if word)[:30]


@dataclass(frozen=True, kw_only=True)
class _Self:
    name: str
    pronouns: str
    place: Institution
    languages: tuple[str, ...]


def _person(rng: random.Random) -> DemoPerson:
    culture = CULTURES[rng.choice(tuple(CULTURES))]
    stage = _weighted(STAGES, rng)
    rung = BY_CODE[stage].rung or 0
    who = _self(culture, rung, rng)
    specialty = _weighted(SPECIALTIES, rng)
    interests = _interests(specialty, rung, rng)
    kind = "student" if rung < FIRST_TRAINEE else "trainee"
    offer = _offer(rung, rng)
    return DemoPerson(
        handle=handle_of(who.name.removeprefix("Dr ").removeprefix("Prof ")),
        name=who.name,
        pronouns=who.pronouns,
        stage=stage,
        grade=grade(stage, who.place.country),
        specialty=specialty,
        institution=who.place.name,
        country=who.place.country,
        zone=who.place.zone,
        languages=who.languages,
        interests=interests,
        experience=_experience(who.place, rng),
        free=_free(rung, rng),
        bio=_bio(rung, specialty, interests, rng),
        needs=_some(NEEDS[kind], rng.choice((2, 2, 3, 3)), rng) if rung < FIRST_SENIOR else (),
        covers=_covers(rung, rng) if rung >= FIRST_TRAINEE else (),
        offers=offer.roles,
        capacity=offer.capacity,
        carries=offer.carries,
    )


def _self(culture: Culture, rung: int, rng: random.Random) -> _Self:
    is_woman = _happens(56, rng)
    given = rng.choice(culture.women if is_woman else culture.men)
    family = rng.choice(culture.families)
    parts = (family, given) if culture.family_first else (given, family)
    place = rng.choice(
        institutions_in(rng.choice(culture.countries), school=rung < FIRST_TRAINEE) or INSTITUTIONS
    )
    return _Self(
        name=unicodedata.normalize("NFC", _title(rung) + " ".join(parts)),
        pronouns=_pronouns(rng, is_woman=is_woman),
        place=place,
        languages=_languages(culture, place, rng),
    )


def _title(rung: int) -> str:
    if rung >= PROFESSOR:
        return "Prof "
    return "Dr " if rung >= FIRST_TITLED else ""


def _pronouns(rng: random.Random, *, is_woman: bool) -> str:
    if _happens(4, rng):
        return "they/them"
    if _happens(25, rng):
        return ""
    return "she/her" if is_woman else "he/him"


LOCAL_LANGUAGE = {
    "MX": "spanish", "PE": "spanish", "ES": "spanish", "BR": "portuguese", "PT": "portuguese",
    "FR": "french", "DE": "german", "PL": "polish", "SE": "swedish", "TR": "turkish",
    "EG": "arabic", "JO": "arabic", "VN": "vietnamese", "KR": "korean",
}  # fmt: skip
"""Where medicine is not practised in English."""


def _languages(culture: Culture, place: Institution, rng: random.Random) -> tuple[str, ...]:
    local = LOCAL_LANGUAGE.get(place.country, "english")
    spoken = dict.fromkeys((*culture.languages, local))
    if local != "english" and _happens(20, rng):
        spoken.pop("english", None)
    return tuple(spoken)


def _interests(specialty: str, rung: int, rng: random.Random) -> tuple[str, ...]:
    """Seniors have had time for more of them."""
    near = INTERESTS_OF[specialty]
    chosen = rng.sample(near, k=min(len(near), rng.choice((1, 2, 2))))
    chosen += rng.sample(SHARED_INTERESTS, k=rng.choice((1, 2, 2)) + (rung >= FIRST_TRAINEE))
    return tuple(dict.fromkeys(chosen))


def _experience(place: Institution, rng: random.Random) -> tuple[str, ...]:
    chances = dict(EXPERIENCE)
    if place.country in {"NG", "GH", "KE", "IN", "PH", "EG"}:
        del chances["international medical graduate"]  # they trained where they work
    return tuple(tag for tag, percent in chances.items() if _happens(percent, rng))


def _free(rung: int, rng: random.Random) -> tuple[Span, ...]:
    """Seniors have fewer free hours, and one person in twenty-five has not said."""
    if _happens(4, rng):
        return ()
    spans = rng.choice((5, 6, 7)) if rung < FIRST_SENIOR else rng.choice((4, 5, 6))
    chosen = rng.sample(range(len(FREE_EVENINGS)), k=spans)
    return tuple(Span(*FREE_EVENINGS[position]) for position in sorted(chosen))


def _bio(rung: int, specialty: str, interests: tuple[str, ...], rng: random.Random) -> str:
    kind = "student" if rung < FIRST_TRAINEE else "trainee" if rung < FIRST_SENIOR else "senior"
    line = rng.choice(BIO_OPENINGS[kind])
    year = max(1, min(rung - 1, 4))
    return line.format(interest=rng.choice(interests), specialty=specialty, year=year)


def _covers(rung: int, rng: random.Random) -> tuple[str, ...]:
    asked = dict(NEEDS["student"])
    if rung >= FIRST_SENIOR:
        asked |= NEEDS["trainee"]
    return _some(asked, rng.choice((8, 9, 10, 12)), rng)


CAPACITIES = {7: (1, 1, 2), 8: (1, 2, 2), 9: (1, 2, 2), 10: (2, 2, 3), 11: (2, 3, 3)}
"""Rung -> places people offer; beyond the last one it is 2 to 5."""


class _Offer(NamedTuple):
    roles: tuple[Role, ...] = ()
    capacity: int = 0
    carries: int = 0


def _offer(rung: int, rng: random.Random) -> _Offer:
    """A good half of those who could give mentorship do, and most carry somebody already."""
    if rung < FIRST_TRAINEE or _happens(30, rng):
        return _Offer()
    capacity = rng.choice(CAPACITIES.get(rung, (2, 3, 3, 4, 5)))
    roles = [Role.MENTOR]
    roles += [Role.COACH] * _happens(30, rng)
    roles += [Role.SPONSOR] * (rung >= FIRST_SENIOR and _happens(35, rng))
    carries = min(rng.randint(0, capacity), rng.randint(0, capacity + 1))
    return _Offer(tuple(roles), capacity, carries)


def _some(weights: Mapping[str, int], count: int, rng: random.Random) -> tuple[str, ...]:
    return tuple(_draw(dict(weights), count, rng))


def _draw(weights: dict[str, int], count: int, rng: random.Random) -> Iterator[str]:
    for _ in range(min(count, len(weights))):
        chosen = _weighted(weights, rng)
        del weights[chosen]
        yield chosen


def _weighted(weights: Mapping[str, int], rng: random.Random) -> str:
    return rng.choices(tuple(weights), weights=tuple(weights.values()))[0]


def _happens(percent: int, rng: random.Random) -> bool:
    return rng.random() * 100 < percent
