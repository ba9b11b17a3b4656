"""What to write instead: as general as it must be, as close to what was meant as it can be."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from corridor.algorithms.patient_details.seasons import SOUTH, UNKNOWN

LEFT_OUT = "[left out]"
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
}
A_HUNDRED = 100
NUMBER = re.compile(r"[0-9]{1,3}")
HER = re.compile(r"\b(?:woman|lady|female|f|girl|mum|mom|mother|grandmother|grandma|granny|nun)\Z")
HIS = re.compile(r"\b(?:man|gentleman|male|m|guy|boy|dad|father|grandfather|grandpa|priest)\Z")
ARTICLE = re.compile(r"\b(?:an?|the|my|our|this|that|another|one)(?: [a-z]{3,12})? \Z")
OF_PATIENT = re.compile(r"(?:\bpt|\bpatient)(?: named| called| is)?,? \Z")
YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
SHORT_YEAR = re.compile(r"(?:'|[-/.])([0-9]{2})\Z")
MONTH = re.compile(r"(?:^|[^a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
ISO_MONTH = re.compile(r"(?:19|20)[0-9]{2}[-/.]([0-9]{1,2})[-/.]")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
CLINIC = re.compile(r"\b(?:clinic|practice|office|surgery)")
HOSPITAL = re.compile(
    r"\b(?:hosp|med|clinic|health|infirmary|ed\b|er\b|[np]?icu|memorial|children)"
)


@dataclass(frozen=True, kw_only=True)
class Age:
    her: str
    his: str
    noun: str
    alone: str


IN_NINETIES = Age(
    her="woman in her nineties",
    his="man in his nineties",
    noun="patient in their nineties",
    alone="in their nineties",
)
OVER_NINETY = Age(
    her="woman over ninety", his="man over ninety", noun="patient over ninety", alone="over ninety"
)


@dataclass(frozen=True, kw_only=True)
class Season:
    this: str
    of_year: str


WINTER = Season(this="this winter", of_year="in the winter of {year}")
SPRING = Season(this="this spring", of_year="in the spring of {year}")
SUMMER = Season(this="this summer", of_year="in the summer of {year}")
AUTUMN = Season(this="this autumn", of_year="in the autumn of {year}")
SEASONS = (WINTER, WINTER, *[SPRING] * 3, *[SUMMER] * 3, *[AUTUMN] * 3, WINTER)
"""By month, north of the equator."""
PARTS_OF_YEAR = (
    *["early in {year}"] * 4,
    *["in the middle of {year}"] * 4,
    *["late in {year}"] * 4,
)
"""By month, where it is not known on which side of the equator it was."""

Say = Callable[[str], str]
"""Puts words of ours into the language of whoever writes."""


@dataclass(frozen=True, kw_only=True)
class Place:
    found: str
    """In small letters, as what stands before it."""
    before: str
    hemisphere: str
    say: Say


def suggestion(builder: str, place: Place) -> str:
    return BUILDERS[builder](place)


def _decade(at: Place) -> str:
    number = NUMBER.search(at.found)
    age = int(number[0]) if number else 90
    words = OVER_NINETY if age >= A_HUNDRED or "hundred" in at.found else IN_NINETIES
    if HER.search(at.found):
        return at.say(words.her)
    if HIS.search(at.found):
        return at.say(words.his)
    is_noun = ARTICLE.search(at.before) or at.found.endswith(("patient", "pt"))
    return at.say(words.noun if is_noun else words.alone)


def _season(at: Place) -> str:
    year, short = YEAR.search(at.found), SHORT_YEAR.search(at.found)
    said_year = year[0] if year else f"20{short[1]}" if short else ""
    month = _month(at.found)
    if month is None:
        return at.say("in {year}").format(year=said_year) if said_year else at.say("recently")
    if at.hemisphere == UNKNOWN:
        words = PARTS_OF_YEAR[month] if said_year else "recently"
    else:
        season = SEASONS[(month + 6) % 12 if at.hemisphere == SOUTH else month]
        words = season.of_year if said_year else season.this
    return at.say(words).format(year=said_year)


def _month(found: str) -> int | None:
    """From 0; none where day and month cannot be told apart."""
    named, numbered = MONTH.search(found), ISO_MONTH.search(found)
    if named:
        return MONTHS.index(named[1])
    return (int(numbered[1]) - 1) % 12 if numbered else None


def _place(at: Place) -> str:
    return _hospital(at) if HOSPITAL.search(at.found) else at.say("a small town")


def _hospital(at: Place) -> str:
    is_said = ARTICLE.search(at.before)
    if CLINIC.search(at.found):
        return at.say("clinic" if is_said else "a clinic")
    return at.say("hospital" if is_said else "a hospital")


def _name(at: Place) -> str:
    if OF_PATIENT.search(at.before):
        return LEFT_OUT
    return at.say("patient" if ARTICLE.search(at.before) else "a patient")


def _always(text: str) -> Callable[[Place], str]:
    return lambda at: at.say(text)


BUILDERS: dict[str, Callable[[Place], str]] = {
    "left_out": lambda _at: LEFT_OUT,
    "birthday": lambda _at: LEFT_OUT,
    "recently": _always("recently"),
    "doctor": _always("a colleague"),
    "role": _always("somebody with an unusual job"),
    "event": _always("an accident"),
    "confirmation": _always("I cannot talk about anybody's care here"),
    "decade": _decade,
    "season": _season,
    "place": _place,
    "hospital": _hospital,
    "name": _name,
}
"""Name in the rule pack -> what builds the words."""
