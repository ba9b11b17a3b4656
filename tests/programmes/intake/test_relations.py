"""Small tables beside the forms: pins, forbidden pairs, last round's files."""

import pytest

from corridor.algorithms.matching.options import Barrier, Pair
from corridor.algorithms.matching.people import Role
from corridor.programmes.intake.relations import (
    read_existing,
    read_forbids,
    read_pins,
    read_waiting,
)
from tests.programmes.intake.given import read, reading, source


@pytest.fixture
def intake():
    return read("role,id,name\nmentee,amara,Amara Nwosu\nmentor,osei,Dr Osei\n")


def problems(reader, content, intake):
    a_reading = reading()
    found = reader(source(content, "t.csv"), intake.sides, a_reading)
    return found, [str(each) for each in a_reading.notes.problems]


def test_pins_name_people_and_a_role(intake):
    found, wrong = problems(read_pins, "mentee,mentor,role\nAmara Nwosu,osei,sponsor\n", intake)

    assert found == {Pair(mentee="amara", mentor="osei", role=Role.SPONSOR)}
    assert wrong == []


def test_a_pin_to_nobody_is_an_error(intake):
    _, wrong = problems(read_pins, "mentee,mentor\namara,Dr Nobody Else\n", intake)

    assert wrong == ["t.csv, line 2, column “mentor”: “Dr Nobody Else” is no mentor in this round."]


def test_existing_matches_of_people_who_left_are_passed_over(intake):
    file = "row,mentee,mentor,fit,role\n1,amara,osei,80.00,mentor\n2,gone,osei,70.00,mentor\n"

    found, wrong = problems(read_existing, file, intake)

    assert found == {Pair(mentee="amara", mentor="osei")}
    assert wrong == []


def test_a_forbidden_pair_has_a_reason(intake):
    file = "mentor;mentee;reason\nosei;amara;supervises her thesis\n"

    found, _ = problems(read_forbids, file, intake)

    assert found == {("amara", "osei"): Barrier.EVALUATOR}


def test_rounds_waited_come_from_the_last_rounds_unmatched(intake):
    file = "row,mentee,role,mentee_name,waited,reasons,nearest\n1,amara,mentor,Amara,2,x,\n"

    found, _ = problems(read_waiting, file, intake)

    assert found == {"amara": 2}


@pytest.mark.parametrize(
    ("reader", "file", "expected"),
    [
        (read_pins, "mentee,role\namara,mentor\n", "t.csv, line 1: The header lacks mentor."),
        (
            read_pins,
            "mentee,mentor,role\namara,osei,friend\n",
            "t.csv, line 2, column “role”: mentor, coach or sponsor is expected.",
        ),
        (
            read_pins,
            "mentee,mentor\n,osei\n",
            (
                "t.csv, line 2, column “mentee”: Empty; an id, an e-mail address or a name is"
                " expected."
            ),
        ),
        (
            read_waiting,
            "mentee,waited\namara,long\n",
            "t.csv, line 2, column “waited”: “long” is no whole number from 0 to 99.",
        ),
    ],
)
def test_errors_say_where_and_what(intake, reader, file, expected):
    _, wrong = problems(reader, file, intake)

    assert wrong == [expected]
