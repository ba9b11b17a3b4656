"""What is written in a picture and may lead to a patient.

Machines write otherwise than people: a name, a number and a day in a corner, without a sentence.
So lines are looked at for what machines write, and all of them together by the rules for texts.
How much it weighs depends on where the picture goes: a slide may have a name and a day, a picture
beside words about a patient may not.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corridor.algorithms.patient_details import ASK, HOLD, NOTE, Context, check

WEIGHT = {NOTE: 0, ASK: 1, HOLD: 2}
FACE, WRITING = "face", "writing"
NAME, RECORD, BIRTHDAY, DAY = "name", "mrn", "birthday", "date"
YEAR = r"(?:19|20)[0-9]{2}"
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
A_DAY = (
    rf"(?:[0-3]?[0-9][./-][0-3]?[0-9][./-](?:{YEAR}|[0-9]{{2}})\b"
    rf"|\b{YEAR}[./-][01]?[0-9][./-][0-3]?[0-9]\b|\b{YEAR}[01][0-9][0-3][0-9]\b"
    rf"|[0-3]?[0-9][ .-]?{MONTH}[ .,-]{{0,2}}{YEAR}\b|\b{MONTH} ?[0-3]?[0-9],? ?{YEAR}\b)"
)
BORN = r"(?:d\.? ?[o0]\.? ?b\.?|born|birth ?date|date of birth|geb\.?|fecha de nac[.a-z]*)"
NUMBERED = (
    r"(?:m\.?r\.?n\.?|p\.?i\.?d\.?|pat(?:ient)?[ .]{0,2}(?:id|no|nr|number)"
    r"|hosp(?:ital)?[ .]{0,2}no|nhs(?: no)?|acc(?:ession)?(?:[ .]{0,2}(?:no|nr|number|#))?"
    r"|med ?rec(?:ord)?(?: no)?|case no|visit(?: no)?|encounter|csn|ssn|id)"
)
UP_TO = r"[ .:;#-]{0,4}"
LOOSELY = re.IGNORECASE | re.ASCII
FORMS: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile(rf"\b{BORN}{UP_TO}{A_DAY}", LOOSELY), BIRTHDAY),
    (re.compile(rf"\b{NUMBERED}{UP_TO}[a-z]{{0,3}}[ -]?[0-9][0-9-]{{4,12}}", LOOSELY), RECORD),
    (re.compile(r"\b[A-Z][A-Za-z'-]{1,24}\^[A-Z][A-Za-z'-]*", re.ASCII), NAME),
)
"""Of these each is of a record, wherever it stands."""
BARE_NUMBER = re.compile(r"\W{0,3}[A-Z]{0,3}[ -]?[0-9]{6,12}\W{0,3}", re.ASCII)
BARE_DAY = re.compile(A_DAY, LOOSELY)
BARE_NAME = re.compile(
    r"[A-Z][A-Za-z'-]{1,24}, ?[A-Z][A-Za-z'-]{1,24}(?: [A-Z][A-Za-z.'-]{0,24})?"
    r"(?:[ ,(]+(?:[MF]|male|female|[0-9]{1,3} ?[YyMm]?)\b.{0,12})?",
    re.ASCII,
)
GLUED = (
    (re.compile(rf"\b({NUMBERED}|{BORN})([:.#]?)(?=[0-9])", LOOSELY), r"\1\2 "),
    (re.compile(r"(?<=[a-z0-9])(?=[A-Z][a-z])"), " "),
)
"""Who reads a picture often misses the space."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LineDetail:
    line: int
    kind: str
    """As patient details call it, or `writing` where nothing is found in the line."""
    alone: str
    """note, ask or hold, wherever the picture goes."""
    beside_patient: str
    """The same where the words around it are about a patient."""


def details(lines: Sequence[str], *, own: frozenset[str] = frozenset()) -> list[LineDetail]:
    """One for each line, the heaviest. `own`: names and numbers of the author."""
    spaced = [_spaced(one) for one in lines]
    said = [_forms(one, own) for one in spaced]
    is_record = _is_record(said)
    beside = _together(said, _by_rules(spaced, "case", own), is_record=True)
    alone = beside if is_record else _together(said, _by_rules(spaced, "alt_text", own))
    return [
        LineDetail(
            line=number, kind=_heavier(there, here)[0], alone=here[1], beside_patient=there[1]
        )
        for number, (here, there) in enumerate(zip(alone, beside, strict=True))
    ]


Weighed = tuple[str, str]
"""A kind, and what it weighs."""
NOTHING: Weighed = (WRITING, NOTE)


def _spaced(line: str) -> str:
    for pattern, instead in GLUED:
        line = pattern.sub(instead, line)
    return line


def _forms(line: str, own: frozenset[str]) -> list[Weighed]:
    bare = line.strip(" .:;|")
    if _folded(bare) in {_folded(one) for one in own}:
        return []
    found = [(kind, HOLD) for pattern, kind in FORMS if pattern.search(line)]
    if BARE_NUMBER.fullmatch(bare):
        found.append((RECORD, ASK))
    if BARE_NAME.fullmatch(bare):
        found.append((NAME, ASK))
    if BARE_DAY.search(line):
        found.append((DAY, ASK))
    return found


def _folded(words: str) -> str:
    """The same however it is written: \"Nwosu, Amara\" is \"Amara Nwosu\"."""
    return " ".join(sorted(re.findall(r"[^\W_]+", words.casefold())))


def _is_record(said: Iterable[Sequence[Weighed]]) -> bool:
    """One thing that only records say, or a number and a day without any words."""
    found = {one for line in said for one in line}
    return any(weight == HOLD for _kind, weight in found) or {(RECORD, ASK), (DAY, ASK)} <= found


def _together(
    said: Sequence[Sequence[Weighed]],
    by_rules: Mapping[int, Sequence[Weighed]],
    *,
    is_record: bool = False,
) -> list[Weighed]:
    together = []
    for number, forms in enumerate(said):
        heaviest = NOTHING
        for one in (*forms, *by_rules.get(number, ())):
            kind, weight = one
            is_bare = one in forms and weight == ASK
            heaviest = _heavier(heaviest, (kind, NOTE) if is_bare and not is_record else one)
        together.append(heaviest)
    return together


def _heavier(one: Weighed, other: Weighed) -> Weighed:
    """Of equals what is something rather than writing."""
    if WEIGHT[one[1]] == WEIGHT[other[1]]:
        return other if one[0] == WRITING else one
    return max(one, other, key=lambda weighed: WEIGHT[weighed[1]])


def _by_rules(
    lines: Sequence[str], place: str, own: frozenset[str]
) -> Mapping[int, Sequence[Weighed]]:
    starts, text = [], ""
    for line in lines:
        starts.append(len(text))
        text += f"{line}\n"
    found: dict[int, list[Weighed]] = {}
    for one in check(text, context=Context(place=place, own=own)).findings:
        line_number = bisect_right(starts, one.start) - 1
        found.setdefault(line_number, []).append((one.kind, one.state))
    return found
