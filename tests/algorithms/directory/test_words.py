import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.directory.words import is_found, words_asked, words_of


def found(text, asked):
    return is_found(words_of([text]), words_asked(asked))


@pytest.mark.parametrize(
    "asked",
    ["okonkwo", "OKONKWỌ", "okon", "adaeze okonkwo", "okonkwo, adaeze", "#nerveblocks", "  dr  "],
)
def test_somebody_is_found_by_the_beginning_of_any_word_with_or_without_accents(asked):
    assert found("Dr Adaeze Okonkwọ #NerveBlocks", asked)


@pytest.mark.parametrize("asked", ["konkwo", "okonkwor", "adaeze mensah", "qokon"])
def test_every_word_must_begin_one_of_hers(asked):
    assert not found("Dr Adaeze Okonkwọ", asked)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Kwame Mɛnsa", "mensa"),
        ("Ingrid Sørensen", "sorensen"),
        ("Łukasz Großmann", "lukasz grossmann"),
        ("李明", "李"),
        ("Ἀριστοτέλης", "αριστοτελησ"),
        ("नेहा", "ने"),
        ("ﬁbrosis", "fib"),
    ],
)
def test_names_of_the_world_are_found_by_how_people_type_them(name, asked):
    assert found(name, asked)


def test_an_empty_question_finds_everybody():
    assert words_asked(" #!? ") == ()
    assert found("anybody", "")


def test_no_word_of_the_index_has_anything_but_small_letters_and_digits():
    assert words_of(["Quincy Ọ"]) == ("o", "q00071uincy")
    assert words_of(["日本"]) == ("q065e5q0672c",)


@given(word=st.text(min_size=1, max_size=12), asked=st.text(min_size=1, max_size=4))
def test_codes_of_letters_never_make_words_look_alike(word, asked):
    """Coded or not, one word begins another exactly when its letters do."""
    coded, beginning = words_of([word]), words_asked(asked)

    for one in (*coded, *beginning):
        assert one.isascii()
        assert one.isalnum()
    if len(coded) == len(beginning) == 1:
        assert coded[0].startswith(beginning[0]) == decoded(coded[0]).startswith(
            decoded(beginning[0])
        )


def decoded(word):
    letters = []
    while word:
        size = 6 if word[0] == "q" else 1
        letters.append(chr(int(word[1:6], 16)) if size == 6 else word[0])
        word = word[size:]
    return "".join(letters)
