"""Names of the whole world pass; what hides in them does not."""

import pytest

from corridor.people.names import NameWithoutLetters, clean_line, clean_name, clean_text


@pytest.mark.parametrize(
    "name",
    [
        "Adaeze Okonkwọ",
        "Nguyễn Thị Hồng",
        "Ọlápéjú Ọ̀ṣọ́",
        "Þórunn Ægisdóttir",
        "Mary-Jane O’Connor",
        "Ana M. da Silva e Sousa",
        "王小明",
        "يوسف",
        "می\u200cخواهم",
        "क्\u200dष",
        "Λευκή",
        "Dr. 李 (Lee)",
    ],
)
def test_a_name_stays_as_it_is(name):
    assert clean_name(name) == name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("Ada \u202exela\u202c Obi", "Ada xela Obi", id="direction overridden"),
        pytest.param("\u2067Ada\u2069 Obi", "Ada Obi", id="direction isolated"),
        pytest.param("Ada\u200b\u2060\ufeff Obi", "Ada Obi", id="no width"),
        pytest.param("Ada \u200d Obi", "Ada Obi", id="a joiner that joins nothing"),
        pytest.param("Ada\nObi\t", "Ada Obi", id="lines"),
        pytest.param("Ada Obi ✅", "Ada Obi", id="a tick"),
        pytest.param("Ada Obi ✔️", "Ada Obi", id="another tick"),
        pytest.param("Jose\u0301", "José", id="decomposed"),
        pytest.param("A" + "\u0336" * 40 + "da", "A\u0336\u0336\u0336da", id="heaps of marks"),
        pytest.param("Ada\x00\x1b[31m Obi", "Ada [31m Obi", id="control letters"),
        pytest.param("Ada\U000e0041 Obi", "Ada Obi", id="invisible tag letters"),
    ],
)
def test_what_hides_in_a_name_is_left_out(typed, kept):
    assert clean_name(typed) == kept


@pytest.mark.parametrize("typed", ["...", "—", "🙂", "!\u3164"])
def test_a_name_without_letters_is_refused(typed):
    with pytest.raises(NameWithoutLetters):
        clean_name(typed)


def test_a_text_keeps_its_lines_and_no_heap_of_empty_ones():
    assert clean_text("one \r\n\r\n\r\n\r\ntwo\u202e\rthree  ") == "one\n\ntwo\nthree"


def test_a_line_is_one_line():
    assert clean_line(" she /\n her ") == "she / her"
