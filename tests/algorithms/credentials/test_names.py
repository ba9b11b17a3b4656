import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.credentials.names import Finding, RegistryName, likeness, plain_words

F = Finding


def record(given="", family="", middle=""):
    return RegistryName(given=given, middle=middle, family=family)


@pytest.mark.parametrize(
    ("name", "registered", "score", "findings"),
    [
        ("Kwame Osei", record("KWAME", "OSEI"), 100, (F.FAMILY_SAME, F.GIVEN_SAME)),
        ("Dr Kwame A. Osei, MD", record("KWAME", "OSEI"), 100, (F.FAMILY_SAME, F.GIVEN_SAME)),
        ("Osei Kwame", record("KWAME", "OSEI"), 100, (F.FAMILY_SAME, F.GIVEN_SAME)),
        ("Adaeze Okonkwọ", record("ADAEZE", "OKONKWO"), 100, (F.FAMILY_SAME, F.GIVEN_SAME)),
        ("Łukasz Świątek", record("LUKASZ", "SWIATEK"), 100, (F.FAMILY_SAME, F.GIVEN_SAME)),
        ("Siobhán O’Brien", record("SIOBHAN", "O'BRIEN"), 100, (F.FAMILY_SAME, F.GIVEN_SAME)),
        ("María de la Cruz", record("MARIA", "DELACRUZ"), 100, (F.FAMILY_SAME, F.GIVEN_SAME)),
        ("Linh Đỗ", record("LINH", "DO"), 100, (F.FAMILY_SAME, F.GIVEN_SAME)),
        ("Thomas Thomas", record("THOMAS", "THOMAS"), 100, (F.FAMILY_SAME, F.GIVEN_SAME)),
        ("K. Osei", record("KWAME", "OSEI"), 80, (F.FAMILY_SAME, F.GIVEN_INITIAL)),
        ("Ann Osei", record("MARY", "OSEI", "ANN"), 94, (F.FAMILY_SAME, F.GIVEN_MIDDLE)),
        ("Kwami Osei", record("KWAME", "OSEI"), 90, (F.FAMILY_SAME, F.GIVEN_NEARLY)),
        ("Kwame Oseii", record("KWAME", "OSEI"), 40, (F.FAMILY_OTHER, F.GIVEN_SAME)),
        ("Rosa Delgado", record("ROSA", "DELGADO REYES"), 88, (F.FAMILY_PART, F.GIVEN_SAME)),
        ("Rosa Delgado-Reyes", record("ROSA", "REYES"), 100, (F.FAMILY_SAME, F.GIVEN_SAME)),
        ("Rosa Delgdao", record("ROSA", "DELGADO"), 85, (F.FAMILY_NEARLY, F.GIVEN_SAME)),
        ("Helen Vaughan", record("HELEN", "PRICE"), 40, (F.FAMILY_OTHER, F.GIVEN_SAME)),
        ("Mallory Crane", record("KWAME", "OSEI"), 0, (F.FAMILY_OTHER, F.GIVEN_OTHER)),
        ("", record("KWAME", "OSEI"), 0, (F.FAMILY_OTHER, F.GIVEN_OTHER)),
    ],
)
def test_a_name_is_compared_as_a_careful_clerk_would(name, registered, score, findings):
    fit = likeness(name, registered)

    assert (fit.score, fit.findings) == (score, findings)


def test_a_name_from_before_a_marriage_fits_where_the_registry_kept_it():
    fit = likeness("Helen Vaughan", record("HELEN", "PRICE"), [record("HELEN", "VAUGHAN")])

    assert fit.score == 100
    assert fit.findings == (F.FAMILY_SAME, F.GIVEN_SAME, F.OTHER_NAME)


def test_another_name_that_fits_no_better_is_not_preferred():
    fit = likeness("Helen Price", record("HELEN", "PRICE"), [record("HELEN", "PRICE")])

    assert F.OTHER_NAME not in fit.findings


WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzáéøł", min_size=2, max_size=12)


@given(WORDS, WORDS)
def test_somebodys_own_name_fits_wholly_in_any_order_and_case(given_name, family):
    registered = record(given_name.upper(), family.upper())

    assert likeness(f"{given_name} {family}", registered).score == 100
    assert likeness(f"{family.title()}, {given_name}", registered).score == 100


@given(st.text(), st.text(), st.text(), st.text())
def test_no_text_breaks_the_comparison(name, given_name, middle, family):
    fit = likeness(name, record(given_name, family, middle), [record(middle, given_name)])

    assert 0 <= fit.score <= 100


@given(st.text())
def test_words_have_neither_capitals_nor_accents_left_over(name):
    words = plain_words(name)

    assert words == plain_words(" ".join(words))
