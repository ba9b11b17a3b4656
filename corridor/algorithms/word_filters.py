"""Which words and phrases occur in which texts.

A phrase that stands for whole words is found only where no letter, mark, digit or underscore
touches an end of it that is one itself: `cat` is not in "concatenate", `#cat` is in "a#cat".
So does Mastodon: https://github.com/mastodon/mastodon/blob/main/app/models/custom_filter_keyword.rb

Texts are joined and searched at once: most phrases occur nowhere, which costs one search each.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

BETWEEN = "\0"
"""Stands in no text that people write."""


@dataclass(frozen=True, kw_only=True)
class Phrase:
    text: str
    """Case folded."""
    is_whole: bool = True


def found_in(texts: Sequence[str], phrases: Sequence[Phrase]) -> list[list[int]]:
    """Of each text, case folded, the places in `phrases` of those that occur in it."""
    joined = BETWEEN.join(texts)
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    found: list[list[int]] = [[] for _ in texts]
    for place, phrase in enumerate(phrases):
        for text in _texts_with(phrase, joined, starts):
            found[text].append(place)
    return found


def _texts_with(phrase: Phrase, joined: str, starts: Sequence[int]) -> list[int]:
    texts: list[int] = []
    at = joined.find(phrase.text) if phrase.text else -1
    while at != -1:
        step = at + 1
        if not phrase.is_whole or _stands_alone(joined, at, at + len(phrase.text)):
            texts.append(bisect_right(starts, at) - 1)
            step = starts[texts[-1] + 1]
        at = joined.find(phrase.text, step)
    return texts


def _stands_alone(text: str, start: int, end: int) -> bool:
    joins_before = start > 0 and _is_of_word(text[start - 1]) and _is_of_word(text[start])
    joins_after = end < len(text) and _is_of_word(text[end - 1]) and _is_of_word(text[end])
    return not joins_before and not joins_after


@lru_cache(maxsize=4096)
def _is_of_word(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LM" or category in {"Nd", "Pc"}
