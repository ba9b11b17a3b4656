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
from itertools import accumulate

BETWEEN = "\0"
"""Stands in no text that people write."""
MOST_REMEMBERED = 4096


class _IsOfWord(dict[str, bool]):
    """Character -> whether it is a letter, a mark, a digit or joins words."""

    def __missing__(self, character: str) -> bool:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        category = unicodedata.category(character)
        self[character] = category[0] in "LM" or category in {"Nd", "Pc"}
        return self[character]


_is_of_word = _IsOfWord()


@dataclass(frozen=True, kw_only=True)
class Phrase:
    text: str
    """Case folded."""
    is_whole: bool = True

    @property
    def begins_word(self) -> bool:
        return self.is_whole and bool(self.text) and _is_of_word[self.text[0]]

    @property
    def ends_word(self) -> bool:
        return self.is_whole and bool(self.text) and _is_of_word[self.text[-1]]


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
    wanted, size = phrase.text, len(phrase.text)
    at = joined.find(wanted) if wanted else -1
    begins_word, ends_word = phrase.begins_word, phrase.ends_word
    while at != -1:
        end = at + size
        joins_before = begins_word and at > 0 and _is_of_word[joined[at - 1]]
        if joins_before or (ends_word and end < len(joined) and _is_of_word[joined[end]]):
            step = at + 1
        else:
            text = bisect_right(starts, at) - 1
            texts.append(text)
            step = starts[text + 1]
        at = joined.find(wanted, step)
    return texts
