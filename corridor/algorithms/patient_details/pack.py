"""The rule pack, `rules.json`, as values, with its patterns compiled.

The same file is read by the browser (`web/static/scripts/patient_details.js`), so that a pattern
may say only what both languages mean alike: ASCII, no flags, no backreferences, bounded repeats.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from corridor.algorithms.patient_details.folding import Folding

NOTE, ASK, HOLD = "note", "ask", "hold"
WEIGHT = {NOTE: 0, ASK: 1, HOLD: 2}
SCOPES = frozenset({"text", "sentence", "match", "before", "after", "near"})
MACRO = re.compile(r"\{\{([A-Za-z]+)\}\}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Condition:
    """`patient|stay@sentence`, `self@near:40`: one of the cues begins in a part of the text."""

    cues: tuple[str, ...]
    scope: str
    within: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    words: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    """Read in small letters."""
    cased_patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Raise:
    """When a finding weighs more: all of `needs`, and a name of so many words."""

    to: str
    needs: tuple[Condition, ...]
    words: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    id: str
    kind: str
    state: str
    why: str
    suggest: str
    has: tuple[str, ...]
    """One of these is in the text, in small letters, or no pattern need run."""
    patterns: tuple[re.Pattern[str], ...]
    label: re.Pattern[str] | None
    """In small letters; what is found is the `value` that follows it, with its capitals."""
    value: re.Pattern[str] | None
    cue: str
    """What this cue says is what is found."""
    is_cased: bool
    is_name: bool
    is_sure: bool
    """An eponym may be the name of a patient where it stands."""
    is_place: bool
    digits: int
    words: int
    """How many a name must have, with its title."""
    needs: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    raised: Raise | None
    contexts: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pack:
    version: str
    folding: Folding
    rules: tuple[Rule, ...]
    cues: Mapping[str, Cue]
    words: Mapping[str, frozenset[str]]
    cues_of_words: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, str]
    """Kind of finding -> its class in the list of Safe Harbor, or CONTEXT."""
    quasi: frozenset[str]
    """Kinds that identify together."""
    softened_by: str
    eponym: re.Pattern[str]
    places: Mapping[str, int] = field(default_factory=dict)
    """Identifier of a rule -> its place in the pack: what stands first wins."""


@cache
def shipped_pack() -> Pack:
    return read_pack(json.loads((files(__package__) / "rules.json").read_text(encoding="utf-8")))


def read_pack(document: Mapping[str, Any]) -> Pack:
    """Raises KeyError, ValueError or re.error if the document is no pack."""
    macros = document["macros"]
    cues = {name: _cue(said, macros) for name, said in document["cues"].items()}
    rules = tuple(_rule(said, macros) for said in document["rules"])
    cues_of_words: dict[str, list[str]] = {}
    for name, cue in cues.items():
        for word in cue.words:
            cues_of_words.setdefault(word, []).append(name)
    kinds = document["kinds"]
    return Pack(
        version=document["version"],
        folding=Folding(**document["fold"]),
        rules=rules,
        cues=cues,
        words={name: frozenset(words) for name, words in document["words"].items()},
        cues_of_words={word: tuple(names) for word, names in cues_of_words.items()},
        classes={kind: said["class"] for kind, said in kinds.items()},
        quasi=frozenset(kind for kind, said in kinds.items() if said["quasi"]),
        softened_by=document["softened_by"],
        eponym=_compiled([macros["eponym"]], macros)[0],
        places={rule.id: place for place, rule in enumerate(rules)},
    )


def expanded(source: str, macros: Mapping[str, str]) -> str:
    while MACRO.search(source):
        source = MACRO.sub(lambda found: macros[found[1]], source)
    return source


def _cue(said: Mapping[str, Sequence[str]], macros: Mapping[str, str]) -> Cue:
    return Cue(
        words=frozenset(said["words"]),
        patterns=_compiled(said["patterns"], macros),
        cased_patterns=_compiled(said.get("cased", ()), macros),
    )


def _rule(said: Mapping[str, Any], macros: Mapping[str, str]) -> Rule:
    return Rule(
        id=said["id"],
        kind=said["kind"],
        state=said["state"],
        why=said["why"],
        suggest=said["suggest"],
        has=tuple(said.get("has", ())),
        patterns=_compiled(said.get("patterns", ()), macros),
        label=_compiled([said["label"]], macros)[0] if "label" in said else None,
        value=_compiled([said["value"]], macros)[0] if "value" in said else None,
        cue=said.get("cue", ""),
        is_cased=said.get("cased", False),
        is_name=said.get("is_name", False),
        is_sure=said.get("is_sure", False),
        is_place=said.get("is_place", False),
        digits=said.get("digits", 0),
        words=said.get("words", 0),
        needs=_conditions(said.get("needs", ())),
        unless=_conditions(said.get("unless", ())),
        raised=_raise(said["raise"]) if "raise" in said else None,
        contexts=frozenset(said.get("contexts", ())),
    )


def _raise(said: Mapping[str, Any]) -> Raise:
    return Raise(to=said["to"], needs=_conditions(said["needs"]), words=said["words"])


def _conditions(texts: Sequence[str]) -> tuple[Condition, ...]:
    return tuple(_condition(text) for text in texts)


def _condition(text: str) -> Condition:
    cues, _, where = text.partition("@")
    scope, _, within = where.partition(":")
    if scope not in SCOPES:
        raise ValueError(f"A condition looks at no {scope!r}: {text}")
    return Condition(cues=tuple(cues.split("|")), scope=scope, within=int(within or 0))


def _compiled(sources: Sequence[str], macros: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(expanded(source, macros), re.ASCII) for source in sources)
