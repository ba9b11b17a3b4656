"""What is written in a cell, as a value; what cannot be one raises NotAValue."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache

from django.utils.translation import gettext as _

from corridor.algorithms.careers import CAREERS, Career, find_career
from corridor.algorithms.matching.options import Barrier
from corridor.algorithms.matching.people import Criterion, Role
from corridor.programmes.intake.fields import plain

_BARE_YEAR = re.compile(r"(?:year|yr) \d|\d(?:st|nd|rd|th) (?:year|yr)")
"""In a column of stages a year that says no more is one of medical school."""
NEAR = 0.75
"""How alike a known word must be to be worth a hint."""
MOST_MENTEES = 200
MOST_WISHES = 9
MOST_ROUNDS = 99

NOTHING = frozenset(
    {"", "n a", "na", "none", "nil", "no", "no preference", "nobody", "not applicable"}
)

ROLE_WORDS: Mapping[str, Role] = {
    "mentor": Role.MENTOR,
    "mentors": Role.MENTOR,
    "mentorship": Role.MENTOR,
    "mentoring": Role.MENTOR,
    "coach": Role.COACH,
    "coaches": Role.COACH,
    "coaching": Role.COACH,
    "sponsor": Role.SPONSOR,
    "sponsors": Role.SPONSOR,
    "sponsorship": Role.SPONSOR,
}

CRITERION_WORDS: Mapping[Criterion, str] = {
    Criterion.NEEDS: "needs need goals goal help topics support",
    Criterion.INTERESTS: "interests interest values hobbies",
    Criterion.SPECIALTY: "specialty speciality field discipline",
    Criterion.STAGE: "stage career seniority level",
    Criterion.TIME: "time times availability schedule hours",
    Criterion.LANGUAGE: "language languages",
    Criterion.CHOICES: "choices choice preferences preference ranking",
    Criterion.EXPERIENCE: "experience experiences background identity",
}

BARRIER_WORDS: Mapping[Barrier, str] = {
    Barrier.SAME_INSTITUTION: "institution hospital department university workplace",
    Barrier.EVALUATOR: "evaluator evaluates evaluation supervisor supervises assessor assesses",
    Barrier.PROGRAMME_DIRECTOR: "director directs",
    Barrier.APPLICATION_READER: "reader reads application applications selection",
    Barrier.BLOCKED: "blocked blocks block",
    Barrier.CONFLICT: "conflict coi relative family partner spouse",
    Barrier.AVOIDED: "avoid avoided avoids",
}

INSTITUTION_WORDS = {
    "univ": "university",
    "uni": "university",
    "hosp": "hospital",
    "hosps": "hospitals",
    "dept": "department",
    "inst": "institute",
    "med": "medical",
    "sch": "school",
    "coll": "college",
    "ctr": "centre",
    "center": "centre",
    "natl": "national",
    "intl": "international",
    "st": "saint",
}
ARTICLES = frozenset({"the", "of", "at", "for", "and"})
"""Words that names of places have or leave out."""

BRITISH = {
    "anesth": "anaesth",
    "pediatr": "paediatr",
    "gynecol": "gynaecol",
    "hematol": "haematol",
    "orthoped": "orthopaed",
    "behavior": "behaviour",
    "counseling": "counselling",
}
_AMERICAN = re.compile("|".join(BRITISH))


class NotAValue(ValueError):
    """``args[0]`` says what is expected."""


def listed(texts: Iterable[str]) -> list[str]:
    """The entries of one or more cells, in order, each once."""
    return list(dict.fromkeys(entry for text in texts for entry in _entries(text)))


@lru_cache(maxsize=65_536)
def _entries(text: str) -> tuple[str, ...]:
    """Cut at semicolons, lines and bars where there are any, otherwise at commas.

    A comma in brackets does not cut: “research (clinical, basic)” is one answer.
    """
    sign = r"[;\n|]" if re.search(r"[;\n|]", text) else r",(?![^(]*\))"
    parts = (part.strip().strip('"').strip() for part in re.split(sign, text))
    return tuple(part for part in parts if plain(part) not in NOTHING or _is_symbol(part))


def _is_symbol(part: str) -> bool:
    """Names in scripts or signs that ``plain`` leaves nothing of are still answers."""
    return bool(part) and not plain(part) and any(not sign.isascii() for sign in part)


@lru_cache(maxsize=65_536)
def institutions(texts: tuple[str, ...]) -> frozenset[str]:
    """Commas belong to names: “University of California, San Francisco” is one place."""
    parts = (part for text in texts for part in re.split(r"[;\n|]", text))
    tags = (_institution(part) for part in parts)
    return frozenset(one for one in tags if one and plain(one) not in NOTHING)


def _institution(text: str) -> str:
    """“The University of Leeds” and “Univ. Leeds” are one; what is not abbreviated stays exact."""
    words = [INSTITUTION_WORDS.get(word, word) for word in plain(text).split()]
    kept = " ".join(word for word in words if word not in ARTICLES)
    return kept or one_tag(text)


@lru_cache(maxsize=65_536)
def one_tag(text: str) -> str:
    """Lower case and British: “Pediatric Surgery” and “paediatric surgery” are one."""
    tag = " ".join(text.lstrip("#").split()).casefold()
    return _AMERICAN.sub(lambda match: BRITISH[match[0]], tag)


def tags(texts: Iterable[str]) -> frozenset[str]:
    return _tags(tuple(texts))


@lru_cache(maxsize=65_536)
def _tags(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(tag for entry in listed(texts) if (tag := one_tag(entry)))


@lru_cache(maxsize=4096)
def career(text: str) -> Career | None:
    """Raises NotAValue for words that name no stage."""
    if plain(text) in NOTHING:
        return None
    found = find_career(text)
    if found is None and _BARE_YEAR.fullmatch(plain(text)):
        found = find_career(f"student {plain(text).replace('yr', 'year')}")
    if found is not None:
        return found
    near = get_close_matches(text, [known.name for known in CAREERS], n=1, cutoff=NEAR)
    if near:
        expected = _("“%(text)s” is no known career stage; the nearest is “%(near)s”.")
    else:
        expected = _(
            "“%(text)s” is no known career stage; write for example MS3, PGY-2, ST5, fellow or"
            " consultant, or say in a --map file what it stands for."
        )
    raise NotAValue(expected % {"text": text[:40], "near": near[0] if near else ""})


def whole_number(text: str, *, most: int) -> int:
    """Raises NotAValue for anything but a whole number from 0 to ``most``."""
    match = re.fullmatch(r"([+\-\u2212]?)0*(\d{1,9})(?:[.,]0{1,2})?", text)
    if match is None:
        match = re.fullmatch(r"()(\d{1,3})\s+(?:mentees?|people|persons?|places?|rounds?)", text)
    number = int(match[2]) if match else -1
    is_below = bool(match and match[1] in {"-", "\u2212"} and number)
    if is_below or not 0 <= number <= most:
        raise NotAValue(
            _("“%(text)s” is no whole number from 0 to %(most)d.")
            % {"text": text[:40], "most": most}
        )
    return number


def roles(texts: Iterable[str]) -> dict[Role, int | None]:
    """“mentor; 2 coaches; sponsor: 1”: each role, and a number where one is given."""
    found: dict[Role, int | None] = {}
    for entry in listed(texts):
        words = plain(entry).split()
        named = [ROLE_WORDS[word] for word in words if word in ROLE_WORDS]
        numbers = [word.removeprefix("x") for word in words if word.removeprefix("x").isdigit()]
        if not named:
            raise NotAValue(
                _("“%(text)s” is no role; mentor, coach or sponsor is expected.")
                % {"text": entry[:40]}
            )
        number = whole_number(numbers[0], most=MOST_MENTEES) if numbers else None
        found.update(dict.fromkeys(named, number))
    return found


BOTH = frozenset(
    {"both", "mentee and mentor", "mentor and mentee", "beides", "beide", "ambos", "les deux"}
)
ABROAD = {
    **dict.fromkeys(("mentorin", "mentora", "mentore"), (False, True)),
    **dict.fromkeys(("mentorado", "mentorada", "mentorizado", "mentorizada"), (True, False)),
    **dict.fromkeys(("mentoré", "mentorée", "mentoree"), (True, False)),
}
"""Plain answers in other languages -> mentee, mentor."""


@lru_cache(maxsize=4096)
def sides(text: str) -> tuple[bool, bool]:
    """Whether somebody takes part as mentee and as mentor. Raises NotAValue."""
    words = plain(text)
    if words in BOTH or "both" in words.split():
        return True, True
    if words in ABROAD:
        return ABROAD[words]
    gives = re.search(r"\b(?:be|as|become|being) an? (?:mentor|coach|sponsor)\b|\boffer", words)
    seeks = re.search(
        r"\bmentees?\b|\bproteges?\b"
        r"|\b(?:find|want|need|like|seek|seeking|for|get) (?:an? )?mentor\b",
        words,
    )
    is_mentor = bool(gives) or bool(not seeks and re.search(r"\bmentors?\b", words))
    is_mentor = is_mentor or bool(
        re.search(r"\bmentors?\b.*\bmentees?\b|\bmentees?\b.*\bmentors?\b", words)
    )
    if not (seeks or is_mentor):
        raise NotAValue(_("“%(text)s” does not say mentee, mentor or both.") % {"text": text[:40]})
    return bool(seeks), is_mentor


def criterion(text: str) -> Criterion | None:
    """Raises NotAValue."""
    words = set(plain(text).split())
    if plain(text) in NOTHING:
        return None
    for each, known in CRITERION_WORDS.items():
        if not words.isdisjoint(known.split()):
            return each
    raise NotAValue(
        _("“%(text)s” is no criterion; expected is one of %(known)s.")
        % {"text": text[:40], "known": ", ".join(Criterion)}
    )


def barrier(text: str) -> Barrier:
    """What relation a reason names; a plain prohibition if none."""
    words = set(plain(text).split())
    try:
        return Barrier(text.strip().lower())
    except ValueError:
        fitting = (
            each for each, known in BARRIER_WORDS.items() if not words.isdisjoint(known.split())
        )
        return next(fitting, Barrier.FORBIDDEN)
