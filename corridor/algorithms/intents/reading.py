"""An intent is read only where a sentence says it of its own author, now, and in earnest.

Precision goes first: whoever is missed can still apply on the page; whoever is taken for somebody
who looks for a mentor gets a mail she did not ask for. So a sentence with a denial, a supposition,
somebody else as its subject, or a joke in it says nothing. Cost is linear in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corridor.algorithms.intents import english as words

LONGEST_TEXT = 5_000
"""Longer texts say nothing: nobody looks for a mentor in a treatise."""
_LINK = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")
_QUOTED = re.compile(r"[“\"«][^”\"»]{0,400}[”\"»]|^\s*>.*$", re.MULTILINE)
_ENDS = re.compile(r"[.!?;:\n…|]+|\s[-–—]\s")
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"#(\w+)")
_MENTION = re.compile(r"@\w+(?:@[\w.-]+)?")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'"})


@dataclass(frozen=True, kw_only=True)
class Intent:
    seeks: bool
    """Else she offers."""
    role: str
    """mentor, coach or sponsor: the values of `matching.people.Role`."""
    about: str = ""
    """What it is about, in her words; empty where she does not say."""


def intents(text: str) -> tuple[Intent, ...]:
    """What the author seeks and offers, at most one of each, in the order of the text."""
    if len(text) > LONGEST_TEXT:
        return ()
    plain = _MENTION.sub(" ", _LINK.sub(" ", _QUOTED.sub(" . ", text.translate(_APOSTROPHES))))
    plain = plain.lower()
    if _has(words.JOKES, plain) or _has(words.OTHER_MEANINGS, plain):
        return ()
    found: dict[bool, Intent] = {}
    for sentence, is_question in _sentences(plain):
        for intent in _of_sentence(sentence, is_question=is_question):
            found.setdefault(intent.seeks, intent)
    return tuple(found.values())


def _sentences(text: str) -> Iterator[tuple[str, bool]]:
    start = 0
    for end in _ENDS.finditer(text):
        yield _tidy(text[start : end.start()]), "?" in end.group()
        start = end.end()
    yield _tidy(text[start:]), False


def _tidy(sentence: str) -> str:
    """Hashtags are no words of the sentence, except one that is read within it."""
    return _SPACE.sub(" ", _TAG.sub(" ", sentence)).strip(" ,")


def _of_sentence(sentence: str, *, is_question: bool) -> Iterator[Intent]:
    if is_question or _has(words.SUPPOSED, sentence) or _has(words.PAST, sentence):
        return
    if _has(words.DENIALS, sentence):
        return
    for seeks, role, pattern in _patterns():
        for said in pattern.finditer(sentence):
            before, after = sentence[: said.start()], sentence[said.end() :]
            if _is_of_others(before) or _begins(words.GERUND_IS_THE_SUBJECT, after):
                continue
            yield Intent(seeks=seeks, role=role, about=_about(after))
            break


def _is_of_others(before: str) -> bool:
    return _has(words.OTHERS, before) and not _has(words.SELF_WORDS, before)


def _about(after: str) -> str:
    said = _after_preposition().match(after)
    if said is None:
        return ""
    topic: list[str] = []
    for word in said.group(1).split():
        if re.fullmatch(words.ENDS_OF_TOPIC, word.strip(",")):
            break
        topic.append(word.strip(","))
        if len(topic) == words.MOST_WORDS_OF_A_TOPIC or word.endswith(","):
            break
    if topic and topic[-1] == words.JOINS:
        topic.pop()
    return " ".join(topic)


@cache
def _patterns() -> tuple[tuple[bool, str, re.Pattern[str]], ...]:
    between = rf"(?:{words.BETWEEN}[ ,]+){{0,{words.MOST_BETWEEN}}}"
    made: list[tuple[bool, str, re.Pattern[str]]] = []
    for role, noun in words.ROLE_NOUNS.items():
        verb = words.ROLE_VERBS[role]
        seeking = rf"\b(?:{words.SEEKING}) {between}(?:{noun})\b"
        made.append((True, role, re.compile(seeking)))
        offering = (
            rf"\b(?:{words.OFFERING}) (?:help )?(?:{verb})\b"
            rf"|\b(?:{words.OFFERS_THE_NOUN}) {between}(?:{noun})\b"
            rf"|\b(?:{words.OFFERS_HERSELF}) {between}(?:{noun})\b"
        )
        made.append((False, role, re.compile(offering)))
    takes_on = rf"\b(?:{words.TAKES_ON}) {between}(?:{words.JUNIORS})\b"
    made.append((False, "mentor", re.compile(takes_on)))
    return tuple(made)


@cache
def _after_preposition() -> re.Pattern[str]:
    return re.compile(rf",? ?(?:\w+ )?(?:{words.ABOUT}) ((?:\S+ ?){{1,6}})")


def _has(phrases: str, text: str) -> bool:
    return _whole(phrases).search(text) is not None


def _begins(phrases: str, text: str) -> bool:
    return re.match(rf"\s*(?:{phrases})\b", text) is not None


@cache
def _whole(phrases: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])(?:{phrases})(?![\w'])")
