"""Possible patient identifiers in a text, by the rules of a pack."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from corridor.algorithms.patient_details.names import name_in, place_in
from corridor.algorithms.patient_details.pack import (
    ASK,
    NOTE,
    WEIGHT,
    Condition,
    Pack,
    Rule,
    shipped_pack,
)
from corridor.algorithms.patient_details.reading import Reading
from corridor.algorithms.patient_details.seasons import UNKNOWN
from corridor.algorithms.patient_details.suggestions import Place, Say, suggestion

CLEAR, LOOK_AGAIN, STOP = "clear", "look_again", "stop"
ENOUGH_TOGETHER = 2
BEFORE = 40
RULE_OF_NAMES = "name-beside-fact"
GATE = Condition(
    cues=("patient", "descriptor", "stay", "death", "care"), scope="sentence", within=0
)
ABOUT_PATIENT = ("patient", "patient_own", "descriptor", "care")
SHORTEST_NUMBER = 7
TRAILING = " .,;:-/("
DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, kw_only=True)
class Context:
    """Where the text is to appear, and what of it is the author's own."""

    place: str = "post"
    """post, reply, message, case or alt_text."""
    own: frozenset[str] = field(default_factory=frozenset)
    """Names, handles, addresses and numbers of the author: they are no patient's."""
    hemisphere: str = UNKNOWN
    """Where the author is, as `seasons.hemisphere_of` says it."""
    say: Say = str
    """Into which language suggestions and reasons are put."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    start: int
    end: int
    """Places in the text that was given."""
    kind: str
    state: str
    """note, ask or hold."""
    rule: str
    why: str
    suggestion: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Checked:
    state: str
    """clear, look_again or stop; a clear text may have notes."""
    findings: tuple[Finding, ...]


POST = Context()
Namer = Callable[[str], Iterable[tuple[int, int]]]
"""Where names of people stand in a text, as something else than rules finds them."""


def check(
    text: str, *, context: Context = POST, pack: Pack | None = None, namer: Namer | None = None
) -> Checked:
    pack = pack or shipped_pack()
    folded = pack.folding.fold(text)
    presumed = frozenset({"patient"}) if context.place == "case" else frozenset()
    reading = Reading(folded, pack, presumed=presumed)
    possible = [one for rule in pack.rules for one in _found(rule, reading, context, pack)]
    if namer is not None:
        possible += _second_opinion(namer, reading, context, pack)
    own = _own(context, pack)
    found = [
        one
        for one in _apart(possible, pack)
        if not _is_own(folded.lower[one.start : one.end], own=own)
    ]
    found = _softened(found, pack) if reading.spans_of(pack.softened_by) else _together(found, pack)
    worst = max((WEIGHT[one.state] for one in found), default=0)
    return Checked(
        state=(CLEAR, LOOK_AGAIN, STOP)[worst],
        findings=tuple(_in_original(one, folded.span(one.start, one.end)) for one in found),
    )


def is_about_patient(text: str, *, pack: Pack | None = None) -> bool:
    """As far as words say so: somebody's patient, her age, her stay, what was done for her."""
    pack = pack or shipped_pack()
    reading = Reading(pack.folding.fold(text), pack, presumed=frozenset())
    if any(reading.spans_of(cue) for cue in ABOUT_PATIENT):
        return True
    return bool(reading.spans_of("stay") and reading.spans_of("clinical"))


def _found(rule: Rule, reading: Reading, context: Context, pack: Pack) -> Iterator[Finding]:
    """Findings of one rule; their places are those of the folded text."""
    if rule.contexts and context.place not in rule.contexts:
        return
    if not _may_hold(rule, reading):
        return
    for span in _matches(rule, reading):
        found = _finding(rule, reading, span, context, pack)
        if found is not None:
            yield found


def _second_opinion(
    namer: Namer, reading: Reading, context: Context, pack: Pack
) -> Iterator[Finding]:
    """Names that no rule knows by where they stand, in sentences about a patient alone."""
    if not any(reading.spans_of(cue) for cue in GATE.cues):
        return
    known = next(rule for rule in pack.rules if rule.id == RULE_OF_NAMES)
    rule = replace(known, words=1, needs=(GATE,))
    for span in namer(reading.text):
        found = _finding(rule, reading, span, context, pack)
        if found is not None:
            yield found


def _finding(
    rule: Rule, reading: Reading, span: tuple[int, int], context: Context, pack: Pack
) -> Finding | None:
    narrowed = _narrowed(rule, reading, span, pack)
    if narrowed is None:
        return None
    first, last, words = narrowed
    if words < rule.words or _digits(reading.text[first:last]) < rule.digits:
        return None
    if not all(reading.holds(one, first, last) for one in rule.needs):
        return None
    if any(reading.holds(one, first, last) for one in rule.unless):
        return None
    return Finding(
        start=first,
        end=last,
        kind=rule.kind,
        state=_state(rule, reading, (first, last), words),
        rule=rule.id,
        why=context.say(rule.why),
        suggestion=suggestion(
            rule.suggest,
            Place(
                found=reading.lower[first:last],
                before=reading.lower[max(0, first - BEFORE) : first],
                hemisphere=context.hemisphere,
                say=context.say,
            ),
        ),
    )


def _may_hold(rule: Rule, reading: Reading) -> bool:
    """What is asked of the whole text is asked once, before any pattern runs."""
    if rule.digits and not DIGIT.search(reading.text):
        return False
    if rule.has and not any(part in reading.lower for part in rule.has):
        return False
    wide = (one for one in rule.needs if one.scope == "text")
    return all(reading.holds(one, 0, 0) for one in wide)


def _matches(rule: Rule, reading: Reading) -> Iterator[tuple[int, int]]:
    if rule.cue:
        yield from reading.spans_of(rule.cue)
    if rule.label and rule.value:
        for label in rule.label.finditer(reading.lower):
            value = rule.value.match(reading.text, label.end())
            if value:
                yield value.span()
    read = reading.text if rule.is_cased else reading.lower
    for pattern in rule.patterns:
        for match in pattern.finditer(read):
            yield match.span(match.lastindex or 0)


def _digits(text: str) -> int:
    return len(DIGIT.findall(text))


def _narrowed(
    rule: Rule, reading: Reading, span: tuple[int, int], pack: Pack
) -> tuple[int, int, int] | None:
    if rule.is_name:
        return name_in(reading, span, pack, is_sure=rule.is_sure)
    if rule.is_place:
        return place_in(reading, span, pack)
    start, end = span
    end = start + len(reading.text[start:end].rstrip(TRAILING))
    start = end - len(reading.text[start:end].lstrip(" "))
    return (start, end, 1) if start < end else None


def _state(rule: Rule, reading: Reading, span: tuple[int, int], words: int) -> str:
    raised = rule.raised
    if raised and words >= raised.words and all(reading.holds(one, *span) for one in raised.needs):
        return raised.to
    return rule.state


def _apart(found: Sequence[Finding], pack: Pack) -> list[Finding]:
    """Of findings that overlap the heaviest, then the longest, then that of the earlier rule."""
    by_weight = sorted(
        found,
        key=lambda one: (-WEIGHT[one.state], one.start - one.end, pack.places[one.rule], one.start),
    )
    kept: list[Finding] = []
    taken = bytearray(max((one.end for one in found), default=0))
    for one in by_weight:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _softened(found: list[Finding], pack: Pack) -> list[Finding]:
    """An invented case may have a date and a town; numbers are asked about all the same."""
    return [replace(one, state=NOTE) if one.kind in pack.quasi else one for one in found]


def _together(found: list[Finding], pack: Pack) -> list[Finding]:
    """Details that identify nobody alone may do so together."""
    quasi = {one.kind for one in found if one.kind in pack.quasi}
    if len(quasi) < ENOUGH_TOGETHER:
        return found
    return [
        replace(one, state=ASK) if one.state == NOTE and one.kind in pack.quasi else one
        for one in found
    ]


def _own(context: Context, pack: Pack) -> frozenset[str]:
    return frozenset(pack.folding.fold(one).lower.strip(" @") for one in context.own)


def _is_own(value: str, *, own: frozenset[str]) -> bool:
    if not own:
        return False
    bare, digits = value.strip(" @"), "".join(DIGIT.findall(value))
    if bare in own or any(f" {bare} " in f" {one} " for one in own):
        return True
    numbers = {"".join(DIGIT.findall(one)) for one in own}
    return len(digits) >= SHORTEST_NUMBER and digits in numbers


def _in_original(finding: Finding, span: tuple[int, int]) -> Finding:
    return replace(finding, start=span[0], end=span[1])
