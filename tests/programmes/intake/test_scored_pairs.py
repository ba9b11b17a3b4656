"""Pairs that somebody else scored are read as exact decimals."""

import pytest

from corridor.programmes.intake.problems import InputRejected
from corridor.programmes.intake.scored_pairs import read_scored_pairs
from tests.programmes.intake.given import reading, source

CAPACITIES = "mentor,capacity\nosei,2\neze,1\nidle,0\n"


def read(pairs: str, capacities: str = CAPACITIES, a_reading=None):
    return read_scored_pairs(
        source(pairs, "pairs.csv"), source(capacities, "capacities.csv"), a_reading or reading()
    )


def test_fits_become_whole_numbers_of_the_most_decimals_seen():
    found = read("fit,mentee,mentor\n0.1,bala,osei\n0.725,amara,eze\n1,amara,osei\n")

    assert found.mentees == ["amara", "bala"]
    assert found.mentors == ["eze", "idle", "osei"]
    assert found.scale == 1000
    assert found.fit.tolist() == [100, 725, 1000]
    assert found.mentee_of.tolist() == [1, 0, 0]
    assert found.mentor_of.tolist() == [2, 0, 2]
    assert found.capacity.tolist() == [1, 0, 2]


@pytest.mark.parametrize("text", ["0.50", ".5", "0.5", "5e-1", "0.500000000000"])
def test_a_fit_is_kept_as_it_was_written(text):
    found = read(f"mentee,mentor,fit\namara,osei,{text}\n")

    assert found.written[0] == text
    assert found.fit[0] * 2 == found.scale


def test_sixteen_decimals_stay_distinct():
    found = read("mentee,mentor,fit\namara,osei,0.8333333333333334\nbala,osei,0.8333333333333333\n")

    assert found.fit.tolist() == [8_333_333_333_333_334, 8_333_333_333_333_333]
    assert found.is_exact


def test_fewer_decimals_than_written_are_not_exact():
    found = read("mentee,mentor,fit\namara,osei,0.12345678951\n").with_decimals(9)

    assert found.fit.tolist() == [123_456_790]
    assert not found.is_exact


def test_more_decimals_than_sixty_four_bits_hold_are_not_exact():
    found = read("mentee,mentor,fit\namara,osei,0.12345678901234567891\n")

    assert (found.decimals, found.is_exact) == (18, False)


@pytest.mark.parametrize(
    ("pairs", "capacities", "expected"),
    [
        ("mentee,mentor,fit\na,osei,1.01\n", CAPACITIES, "“1.01” is no fit"),
        ("mentee,mentor,fit\na,osei,-0.1\n", CAPACITIES, "“-0.1” is no fit"),
        ("mentee,mentor,fit\na,osei,nan\n", CAPACITIES, "“nan” is no fit"),
        ("mentee,mentor,fit\na,osei,\n", CAPACITIES, "“” is no fit"),
        ("mentee,mentor,fit\na,,0.5\n", CAPACITIES, "line 2, column “mentor”: Empty"),
        (
            "mentee,mentor,fit\na,osei,0.5\nb,osei,1\na,osei,0.6\n",
            CAPACITIES,
            "line 4: This pair is here twice, first in line 2.",
        ),
        ("mentee,mentor,fit\na,bello,0.5\n", CAPACITIES, "“bello” is in pairs.csv and has no"),
        ("mentee,mentor\na,osei\n", CAPACITIES, "The header lacks fit."),
        ("mentee,mentor,fit\n", CAPACITIES, "There are no pairs in it."),
        (
            "mentee,mentor,fit\na,osei,1\n",
            "mentor,capacity\nosei,\n",
            "capacities.csv, line 2, column “capacity”: Empty; a whole number is expected, 0",
        ),
        ("mentee,mentor,fit\na,osei,1\n", "mentor,capacity\nosei,two\n", "“two” is no whole"),
        ("mentee,mentor,fit\na,osei,1\n", "mentor,capacity\nosei,1\nosei,2\n", "here twice"),
    ],
)
def test_errors_of_both_files_say_where_and_what(pairs, capacities, expected):
    with pytest.raises(InputRejected) as rejected:
        read(pairs, capacities)

    assert expected in str(rejected.value)
