"""Rows that are read many at a time are the rows that are read one by one."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.programmes.intake import text_files
from corridor.programmes.intake.problems import InputRejected, Notes
from corridor.programmes.intake.scored_pairs import read_scored_pairs
from corridor.programmes.intake.sources import Limits
from tests.programmes.intake.given import read, reading, source
from tests.thoroughly import tries

HEADER = ["mentee,mentor,fit"]
PAIRS = [f"mentee {n},osei,0.5" for n in range(1, 2_001)]
"""Row 2 to row 2,001 of a file with a header: far more than are read with care at first."""


def scored(lines: list[str], end: str = "\n"):
    return read_scored_pairs(
        source(end.join(lines) + end, "pairs.csv"),
        source("mentor,capacity\nosei,5\n", "capacities.csv"),
        reading(),
    )


def refused(lines: list[str]) -> list[str]:
    with pytest.raises(InputRejected) as rejected:
        scored(lines)
    return list(rejected.value.lines())


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("mara,osei,1.5", "column “fit”: “1.5” is no fit; a number from 0 to 1 is expected."),
        ("mara,osei", "column “fit”: “” is no fit; a number from 0 to 1 is expected."),
        ("mara,,0.5", "column “mentor”: Empty; an id is expected."),
        (" ,osei,0.5", "column “mentee”: Empty; an id is expected."),
        ('"ma""ra",osei,-1', "column “fit”: “-1” is no fit; a number from 0 to 1 is expected."),
    ],
)
def test_a_slip_among_thousands_of_rows_is_found_in_its_row(row, expected):
    lines = [*HEADER, *PAIRS[:1_500], row, *PAIRS[1_500:]]

    assert refused(lines) == [f"pairs.csv, line 1502, {expected}"]


def test_rows_after_a_cell_of_several_lines_keep_their_numbers():
    lines = [*HEADER, *PAIRS[:1_000], '"mara\n\nokoye",osei,0.5', "", *PAIRS[1_000:], "x,osei,2"]

    assert refused(lines)[0].startswith("pairs.csv, line 2004, column “fit”: “2”")


def test_a_pair_that_comes_again_far_below_names_its_first_row():
    assert refused([*HEADER, *PAIRS, PAIRS[0]]) == [
        "pairs.csv, line 2002: This pair is here twice, first in line 2."
    ]


def test_a_mark_that_is_never_closed_is_found_in_its_row():
    lines = [*HEADER, *PAIRS[:1_200], '"mara,osei,0.5', *PAIRS[1_200:]]

    assert refused(lines)[0] == (
        "pairs.csv, line 1202: A quotation mark that opens in this row is never closed."
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ids_are_cleaned_wherever_they_stand(end):
    found = scored([*HEADER, *PAIRS[:1_998], " Zoe\u0308\u00a0,osei ,1", "'=amara,osei,1"], end)

    assert {"Zo\u00eb", "=amara"} < set(found.mentees)
    assert len(found.fit) == 2_000


def test_people_are_counted_against_the_limit_however_they_are_read():
    people = ["role,name", *(f"mentee,mentee {n}" for n in range(2_000)), "mentor,Dr Osei"]

    assert len(read("\n".join(people)).mentees) == 2_000
    with pytest.raises(InputRejected, match="more than 1999 rows"):
        read_scored_pairs(
            source("\n".join([*HEADER, *PAIRS]), "pairs.csv"),
            source("mentor,capacity\nosei,5\n"),
            reading(Limits(rows=1_999)),
        )


ROWS = st.lists(
    st.sampled_from(
        ["a,b,c", "a,b", ",,", "", '"a,b",c,d', '"a\nb",c,d', "é,b,c", 'a,5" b,c', " a,b,"]
    ),
    max_size=30,
)


@settings(max_examples=tries(60), deadline=None)
@given(
    row=st.sampled_from(["mentee,mentor,0.5", '"men,tee","men""tor",0.5']),
    before=ROWS,
    after=ROWS,
    end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_whatever_the_rows_they_are_those_of_a_plain_reader(row, before, after, end):
    plain = [row] * 2_000
    text = end.join([*plain, *before, *plain, *after, *plain])

    found = list(text_files.records(source(text), Limits(), Notes()))

    rows = csv.reader(io.StringIO(text, newline=""))
    assert found == list(enumerate(rows, start=1))
