"""The career ladder in medicine, and what its rungs are called in seven countries.

A code is one of DOMAIN's stages; MS, PGY and ATT are the same people when the year is not said.
Equivalents outside the United States are approximate: show people their own word, sort by rung.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corridor.algorithms.bare_letters import bare_letters

FIRST_TRAINEE, FIRST_ATTENDING = 7, 11
"""Rungs."""


class Phase(StrEnum):
    """The parts of the ladder that are told apart where a single rung would be too fine."""

    STUDENT = "student"
    TRAINEE = "trainee"
    FACULTY = "faculty"
    OUTSIDE = "outside"


@dataclass(frozen=True, kw_only=True)
class Career:
    code: str
    rung: int | None
    """0 (before medical school) to 15 (leader); None where there is no rung above or below."""
    name: str

    @property
    def phase(self) -> Phase:
        if self.rung is None:
            return Phase.OUTSIDE
        if self.rung < FIRST_TRAINEE:
            return Phase.STUDENT
        return Phase.TRAINEE if self.rung < FIRST_ATTENDING else Phase.FACULTY


CAREERS = (
    Career(code="PRE", rung=0, name="Before medical school"),
    Career(code="APP1", rung=1, name="Medical school applicant"),
    Career(code="MS", rung=3, name="Medical student"),
    Career(code="MS1", rung=2, name="Medical student, year 1"),
    Career(code="MS2", rung=3, name="Medical student, year 2"),
    Career(code="MSR", rung=3, name="Medical student, research or second degree"),
    Career(code="MS3", rung=4, name="Medical student, year 3"),
    Career(code="MS4", rung=5, name="Medical student, final years"),
    Career(code="APP2", rung=6, name="Residency applicant"),
    Career(code="PGY1", rung=7, name="Intern, PGY-1"),
    Career(code="PGY", rung=8, name="Resident"),
    Career(code="PGY2", rung=8, name="Resident, PGY-2"),
    Career(code="PGY3", rung=8, name="Resident, PGY-3"),
    Career(code="PGY4", rung=9, name="Senior resident, PGY-4"),
    Career(code="PGY5", rung=9, name="Senior resident, PGY-5"),
    Career(code="PGY6", rung=9, name="Senior resident, PGY-6"),
    Career(code="PGY7", rung=9, name="Senior resident, PGY-7"),
    Career(code="CHIEF", rung=9, name="Chief resident"),
    Career(code="FEL", rung=10, name="Fellow"),
    Career(code="ATT0", rung=11, name="Early-career attending"),
    Career(code="INS", rung=11, name="Instructor"),
    Career(code="ATT", rung=12, name="Attending or consultant"),
    Career(code="AST", rung=12, name="Assistant professor"),
    Career(code="ASC", rung=13, name="Associate professor"),
    Career(code="PRF", rung=14, name="Full professor"),
    Career(code="LEAD", rung=15, name="Programme director, chair or dean"),
    Career(code="EXIT", rung=None, name="Outside clinical training"),
)
"""In the order in which they are offered: up the ladder, a word for several rungs before each."""

BY_CODE = {career.code: career for career in CAREERS}

WORDS = {
    "PRE": "pre-med | premed | pre-medical student | pre-health | pre-health student"
    " | undergraduate | college student | high school student | post-bac | post-baccalaureate"
    " | gap year",
    "APP1": "applicant to medical school | medical school applicant",
    "MS": "medical student | med student | clerk | clinical clerk | mbbs | mbbs student"
    " | medizinstudent | medizinstudentin | étudiant en médecine | étudiante en médecine"
    " | estudiante de medicina",
    "MSR": "md-phd | md/phd | mstp | research year | intercalating | intercalated year",
    "MS3": "third-year student",
    "MS4": "final-year medical student | final-year student | sub-intern | praktisches jahr | pj"
    " | externe",
    "APP2": "residency applicant | match applicant | reapplicant",
    "PGY1": "intern | internship | house officer | foundation doctor | crmi | crmi intern"
    " | transitional year",
    "PGY": "resident | resident physician | house staff | junior doctor | resident doctor"
    " | assistenzarzt | assistenzärztin | interne | junior resident | jr | residente"
    " | médico residente | médica residente",
    "PGY2": "rmo | resident medical officer | core trainee | sho | senior house officer",
    "PGY3": "srmo | senior resident medical officer",
    "PGY4": "registrar | specialty registrar | senior resident | sr",
    "CHIEF": "chief registrar",
    "FEL": "clinical fellow | senior registrar | advanced trainee | docteur junior"
    " | cca | chef de clinique | dm | mch | facharzt | fachärztin | funktionsoberarzt"
    " | funktionsoberärztin",
    "ATT0": "junior attending | early career attending | new attending | new consultant",
    "INS": "lecturer | clinical instructor | clinical lecturer",
    "ATT": "attending | attending physician | consultant | staff | staff physician | frcpc | fanzca"
    " | gp | general practitioner | sas doctor | oberarzt | oberärztin | ph | praticien hospitalier"
    " | hospitalist | adjunto | médico adjunto | médica adjunta",
    "AST": "asst prof | asst professor | assistant prof",
    "ASC": "assoc prof | assoc professor | associate prof | senior lecturer | reader",
    "PRF": "professor | prof",
    "LEAD": "programme director | program director | chair | department chair | vice chair"
    " | division chief | clinical director | head of school | head of department | hod | dean"
    " | associate dean | chefarzt | chefärztin | pu-ph | chief medical officer",
    "EXIT": "retired | industry | left training | non-clinical",
}
"""Code -> what people write for it; what is regular (PGY-3, ST5) is added by rule."""

TRAINING_YEARS = {
    "pgy": "PGY1 PGY2 PGY3 PGY4 PGY5 PGY6 PGY7",
    "r": "PGY1 PGY2 PGY3 PGY4 PGY5 PGY6 PGY7",
    "ca": "PGY2 PGY3 PGY4",
    "f": "PGY1 PGY2",
    "fy": "PGY1 PGY2",
    "foundation year": "PGY1 PGY2",
    "foundation": "PGY1 PGY2",
    "mir": "PGY1 PGY2 PGY3 PGY4 PGY5",
    "ct": "PGY3 PGY4 PGY5",
    "imt": "PGY3 PGY4 PGY5",
    "st": "PGY3 PGY4 PGY4 PGY5 PGY5 FEL FEL FEL",
}
"""Grade that carries a number -> the codes of its years; CA starts after a base year."""

STUDENT_YEARS = ("MS1", "MS2", "MS3", "MS4", "MS4", "MS4")
ORDINALS = (
    ("1", "1st", "first"),
    ("2", "2nd", "second"),
    ("3", "3rd", "third"),
    ("4", "4th", "fourth"),
    ("5", "5th", "fifth"),
    ("6", "6th", "sixth"),
)


def find_career(text: str) -> Career | None:
    """The rung that somebody's own words name, or None; the longest known phrase wins."""
    words = _plain(text)
    code = _CODE_OF.get(words)
    if code is None:
        within = [phrase for phrase in _CODE_OF if f" {phrase} " in f" {words} "]
        code = _CODE_OF[max(within, key=lambda phrase: (len(phrase), phrase))] if within else None
    return BY_CODE[code] if code else None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", bare_letters(text)))


def _phrases() -> Iterator[tuple[str, str]]:
    for career in CAREERS:
        yield career.code, career.code
        yield career.name, career.code
    for code, phrases in WORDS.items():
        for phrase in phrases.split("|"):
            yield phrase, code
    yield from _student_years()
    yield from _training_years()


def _student_years() -> Iterator[tuple[str, str]]:
    for code, names in zip(STUDENT_YEARS, ORDINALS, strict=True):
        number, short, word = names
        for year in (f"year {number}", f"{short} year", f"{word} year", f"y{number}"):
            for student in ("medical student", "med student", "student"):
                yield f"{year} {student}", code
                yield f"{student} {year}", code
        for school in ("m", "ms", "oms"):
            yield from _numbered(school, number, code)


def _training_years() -> Iterator[tuple[str, str]]:
    for grade, codes in TRAINING_YEARS.items():
        for year, code in enumerate(codes.split(), start=1):
            yield from _numbered(grade, str(year), code)


def _numbered(grade: str, year: str, code: str) -> Iterator[tuple[str, str]]:
    yield f"{grade}{year}", code
    yield f"{grade} {year}", code


_CODE_OF = {_plain(phrase): code for phrase, code in _phrases()}
