import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.credentials.orcid import NotAnOrcid, plain_orcid


@pytest.mark.parametrize(
    "text",
    [
        "0000-0002-1825-0097",
        "0000000218250097",
        " https://orcid.org/0000-0002-1825-0097 ",
        "https://orcid.org/0000-0002-1825-0097/",
        "http://orcid.org/0000-0002-1825-0097",
        "HTTPS://ORCID.ORG/0000-0002-1825-0097",
        "orcid.org/0000-0002-1825-0097",
    ],
)
def test_an_id_is_written_one_way_whatever_it_came_as(text):
    assert plain_orcid(text) == "0000-0002-1825-0097"


@pytest.mark.parametrize("text", ["0000-0002-1694-233X", "0000-0002-1694-233x"])
def test_a_check_character_of_ten_is_an_x(text):
    assert plain_orcid(text) == "0000-0002-1694-233X"


@pytest.mark.parametrize(
    "text",
    [
        "0000-0002-1825-0098",
        "0000-0002-1825-009X",
        "0000-0002-1825-009",
        "0000-0002-1825-00977",
        "X000-0002-1825-0097",
        "https://orcid.example/0000-0002-1825-0097",
        "https://orcid.org.example/0000-0002-1825-0097",
        "0000-0002-1825-0097?next=//mallory.example",
        "",
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(NotAnOrcid):
        plain_orcid(text)


def is_orcid(text):
    try:
        plain_orcid(text)
    except NotAnOrcid:
        return False
    return True


@given(st.integers(0, 10**15 - 1))
def test_of_eleven_check_characters_exactly_one_fits(fifteen):
    assert sum(is_orcid(f"{fifteen:015}{last}") for last in "0123456789X") == 1


@given(st.text())
def test_no_text_breaks_the_check(text):
    assert is_orcid(text) in {True, False}
