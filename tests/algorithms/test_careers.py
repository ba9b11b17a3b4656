import pytest

from corridor.algorithms.careers import BY_CODE, CAREERS, find_career


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("MS3", "MS3"),
        ("Third-year medical student", "MS3"),
        ("Medical student (year 5)", "MS4"),
        ("PGY-3, Internal Medicine", "PGY3"),
        ("CA-2", "PGY3"),
        ("FY1", "PGY1"),
        ("ST3 registrar", "PGY4"),
        ("Consultant anaesthetist", "ATT"),
        ("Oberärztin", "ATT"),
        ("Praticien hospitalier", "ATT"),
        ("Assistenzarzt", "PGY"),
        ("SRMO", "PGY3"),
        ("Asst. Prof.", "AST"),
        ("Assistant Professor of Pediatrics", "AST"),
        ("chief resident", "CHIEF"),
        ("Chefarzt", "LEAD"),
        ("Program Director", "LEAD"),
    ],
)
def test_people_are_understood_in_their_own_words(words, code):
    assert find_career(words) == BY_CODE[code]


@pytest.mark.parametrize("words", ["", "wizard", "internationally known"])
def test_words_that_name_no_rung_are_not_guessed(words):
    assert find_career(words) is None


def test_each_step_up_the_ladder_is_one_rung():
    ladder = ["PRE", "APP1", "MS1", "MS2", "MS3", "MS4", "APP2", "PGY1", "PGY2", "PGY4"]
    ladder += ["FEL", "ATT0", "AST", "ASC", "PRF", "LEAD"]

    assert [BY_CODE[code].rung for code in ladder] == list(range(16))


def test_community_practice_and_industry_are_not_above_or_below_anybody():
    assert BY_CODE["EXIT"].rung is None


def test_every_name_leads_back_to_its_own_code():
    assert [find_career(career.name) for career in CAREERS] == list(CAREERS)
