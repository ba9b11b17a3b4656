"""Words and phrases are found as Mastodon finds them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.word_filters import Phrase, found_in


@pytest.mark.parametrize(
    ("text", "phrase", "is_whole", "occurs"),
    [
        ("the cat sat", "cat", True, True),
        ("concatenate", "cat", True, False),
        ("concatenate", "cat", False, True),
        ("cat", "cat", True, True),
        ("a#cat", "#cat", True, True),
        ("a #cats", "#cat", True, False),
        ("step 10!", "step 1", True, False),
        ("concatenate a cat", "cat", True, True),
        ("straße", "straße".casefold(), True, False),
        ("strasse", "straße".casefold(), True, True),
        ("snake_case", "case", True, False),
        ("re\u0301sume\u0301", "re", True, False),
        ("anything", "", True, False),
    ],
)
def test_a_phrase_occurs_as_whole_words_or_anywhere(text, phrase, is_whole, occurs):
    found = found_in([text], [Phrase(text=phrase, is_whole=is_whole)])

    assert found == [[0] if occurs else []]


def test_each_text_says_which_phrases_occur_in_it():
    phrases = [Phrase(text="spider"), Phrase(text="match day"), Phrase(text="spid", is_whole=False)]

    found = found_in(["a spider", "", "match day of spiders"], phrases)

    assert found == [[0, 2], [], [1, 2]]


def test_nothing_occurs_across_two_texts():
    assert found_in(["match", "day"], [Phrase(text="match day"), Phrase(text="hd")]) == [[], []]


LETTERS = st.text(alphabet="ab1_ -#ß", max_size=8)


@given(
    texts=st.lists(LETTERS, max_size=5),
    phrases=st.lists(st.tuples(LETTERS, st.booleans()), max_size=5),
)
def test_it_is_what_a_regular_expression_of_each_phrase_finds(texts, phrases):
    found = found_in(texts, [Phrase(text=text, is_whole=whole) for text, whole in phrases])

    assert found == [
        [place for place, (phrase, whole) in enumerate(phrases) if occurs(phrase, whole, text)]
        for text in texts
    ]


def occurs(phrase, is_whole, text):
    if not phrase:
        return False
    before = r"\b" if is_whole and re.match(r"\w", phrase) else ""
    after = r"\b" if is_whole and re.search(r"\w\Z", phrase) else ""
    return re.search(f"{before}{re.escape(phrase)}{after}", text) is not None
