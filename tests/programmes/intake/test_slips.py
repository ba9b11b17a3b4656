"""Slips that once passed in silence are told where they stand."""

import pytest

from corridor.programmes.intake.people import MENTEES, MENTORS, Asked, PeopleFile, read_people
from corridor.programmes.intake.problems import InputRejected
from tests.programmes.intake.given import SPRING, read, reading, rejection, source


def only(people):
    (person,) = people
    return person


def test_choosing_oneself_is_an_error_of_the_row():
    file = "role,name,choices\nboth,Dr Osei,Dr Osei\nmentee,Amara,Dr Osei\n"

    assert rejection(file) == [
        "people.csv, line 2, column “choices”: “Dr Osei” is this person: choose somebody else."
    ]


def test_whoever_leaves_the_address_empty_goes_by_name():
    file = "role,name,email\nmentee,Amara,\nmentor,Dr Osei,osei@example.org\n"

    assert only(read(file).mentees).id == "Amara"


def test_two_of_one_name_are_told_how_to_be_told_apart():
    file = "role,name\nmentee,Amara\nmentee,Amara\nmentor,Osei\n"

    assert rejection(file) == [
        (
            "people.csv, line 3: “Amara” is here twice, first in people.csv, line 2: keep one."
            " If these are two people, add a column of ids or of e-mails."
        )
    ]


def test_each_bad_choice_names_its_own_column():
    file = "role,id,1st choice,2nd choice\nmentee,amara,Zed,Yvonne\nmentor,osei,,\n"

    assert [line.partition(": ")[0] for line in rejection(file)] == [
        "people.csv, line 2, column “1st choice”",
        "people.csv, line 2, column “2nd choice”",
    ]


def test_every_error_of_a_row_without_a_role_is_told():
    file = "role,id,stage,capacity\nwizard,amara,sorcerer,lots\nmentor,osei,,\nmentee,bala,,\n"

    assert [line.partition(": ")[0] for line in rejection(file)] == [
        "people.csv, line 2, column “role”",
        "people.csv, line 2, column “capacity”",
        "people.csv, line 2, column “stage”",
    ]


def test_a_time_off_the_quarter_is_warned_of():
    a_reading = reading()
    file = "role,id,free\nmentee,amara,Mon 18:10-19:10\nmentor,osei,\n"

    read_people([PeopleFile(source=source(file))], Asked(**SPRING), a_reading)

    assert "line 2, column “free”: Time is counted in whole quarters" in "".join(
        map(str, a_reading.notes.warnings)
    )


def test_a_role_that_contradicts_the_file_is_an_error():
    files = [
        PeopleFile(source=source("id,role\namara,Mentor\n", "mentees.csv"), side=MENTEES),
        PeopleFile(source=source("id,role\nosei,Resident\n", "mentors.csv"), side=MENTORS),
    ]

    with pytest.raises(InputRejected) as refused:
        read_people(files, Asked(**SPRING), reading())

    assert list(refused.value.lines()) == [
        (
            "mentees.csv, line 2, column “role”: “Mentor” does not belong in this file, which is"
            " read as that of the mentees."
        )
    ]


def test_more_mentees_already_than_places_is_warned_of():
    a_reading = reading()
    file = "role,id,capacity,current mentees\nmentee,amara,,\nmentor,osei,1,5\n"

    read_people([PeopleFile(source=source(file))], Asked(**SPRING), a_reading)

    assert "More mentees already (5) than mentees in all (1)." in str(a_reading.notes.warnings[0])


def test_a_row_with_more_cells_than_titles_is_an_error():
    file = "role,id,notes,stage\nmentee,amara,likes tea, really,MS1\nmentor,osei,,Fellow\n"

    assert rejection(file)[0].startswith(
        "people.csv, line 2: This row has 5 cells; there are 4 titles."
    )


def test_empty_cells_after_the_last_title_are_nothing():
    assert only(read("role,id\nmentee,amara,,\nmentor,osei\n").mentees).id == "amara"


def test_a_row_that_is_cut_short_is_warned_of():
    a_reading = reading()

    read_people(
        [PeopleFile(source=source("role,id,stage\nmentee,amara\nmentor,osei,Fellow\n"))],
        Asked(**SPRING),
        a_reading,
    )

    assert "line 2: 1 row has fewer cells than the 3 titles" in str(
        list(map(str, a_reading.notes.warnings))
    )
