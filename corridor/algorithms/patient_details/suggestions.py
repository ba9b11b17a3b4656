"""What to write instead: as general as it must be, as close to what was meant as it can be."""

import re
from collections.abc import Callable

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
SEASONS = ("winter", "winter", *["spring"] * 3, *["summer"] * 3, *["autumn"] * 3, "winter")
CLINIC = re.compile(r"\b(?:clinic|practice|office|surgery)")
HOSPITAL = re.compile(
    r"\b(?:hosp|med|clinic|health|infirmary|ed\b|er\b|[np]?icu|memorial|children)"
)


def suggestion(builder: str, *, found: str, before: str) -> str:
    """In small letters come what was found and what stands before it."""
    return BUILDERS[builder](found, before)


def _decade(found: str, before: str) -> str:
    number = NUMBER.search(found)
    age = int(number[0]) if number else 90
    which = "over ninety" if age >= A_HUNDRED or "hundred" in found else "in {} nineties"
    if HER.search(found):
        return f"woman {which.format('her')}"
    if HIS.search(found):
        return f"man {which.format('his')}"
    said = which.format("their")
    is_noun = ARTICLE.search(before) or found.endswith(("patient", "pt"))
    return f"patient {said}" if is_noun else said


def _season(found: str, before: str) -> str:
    del before
    year, short = YEAR.search(found), SHORT_YEAR.search(found)
    said_year = year[0] if year else f"20{short[1]}" if short else ""
    month = _month(found)
    if month is None:
        return f"in {said_year}" if said_year else "recently"
    season = SEASONS[month]
    return f"in the {season} of {said_year}" if said_year else f"this {season}"


def _month(found: str) -> int | None:
    """From 0; none where day and month cannot be told apart."""
    named, numbered = MONTH.search(found), ISO_MONTH.search(found)
    if named:
        return MONTHS.index(named[1])
    return (int(numbered[1]) - 1) % 12 if numbered else None


def _place(found: str, before: str) -> str:
    if HOSPITAL.search(found):
        return _hospital(found, before)
    return "a small town"


def _hospital(found: str, before: str) -> str:
    kind = "clinic" if CLINIC.search(found) else "hospital"
    return kind if ARTICLE.search(before) else f"a {kind}"


def _name(found: str, before: str) -> str:
    del found
    if OF_PATIENT.search(before):
        return LEFT_OUT
    return "patient" if ARTICLE.search(before) else "a patient"


def _always(text: str) -> Callable[[str, str], str]:
    return lambda _found, _before: text


BUILDERS: dict[str, Callable[[str, str], str]] = {
    "left_out": _always(LEFT_OUT),
    "birthday": _always(LEFT_OUT),
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
