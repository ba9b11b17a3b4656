"""Lines that machines and people write into pictures, and how much they weigh."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.picture_details import details

OWN = frozenset({"Amara Nwosu", "amara_nwosu", "amara@severnside.example"})


def weighed(*lines):
    return [(one.kind, one.alone, one.beside_patient) for one in details(lines, own=OWN)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("MRN 12391326", "mrn"),
        ("MRN12391326", "mrn"),
        ("ID: 8812345", "mrn"),
        ("Acc No. A1234567", "mrn"),
        ("PID:00112233", "mrn"),
        ("DOB 12/03/1969", "birthday"),
        ("DOB12/03/1969", "birthday"),
        ("D.O.B: 12-MAR-1969", "birthday"),
        ("Born 1969-03-12", "birthday"),
        ("OKAFOR^JUN", "name"),
    ],
)
def test_what_only_records_say_is_held_wherever_the_picture_goes(line, kind):
    assert weighed(line) == [(kind, "hold", "hold")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("OKAFOR, JUN", "name"),
        ("Okafor, Jun M 54Y", "name"),
        ("20/08/2004", "date"),
        ("50654541", "mrn"),
    ],
)
def test_alone_it_is_a_note_and_beside_a_patient_a_question(line, kind):
    assert weighed(line) == [(kind, "note", "ask")]


def test_in_a_record_every_line_counts():
    found = weighed("OKAFOR, JUN", "MRN 12391326", "20/08/2004", "MI 1.1 TIs 0.4")

    assert found[0][:2] == ("name", "ask")
    assert found[1] == ("mrn", "hold", "hold")
    assert found[2][:2] == ("date", "ask")
    assert found[3] == ("writing", "note", "note")


def test_a_number_and_a_day_without_words_are_of_a_record():
    assert [one[1] for one in weighed("50654541", "20/08/2004")] == ["ask", "ask"]


@pytest.mark.parametrize(
    "lines",
    [
        ["25 mm/s", "10 mm/mV", "aVR", "V1"],
        ["Conclusions", "n = 1,284 in 12 hospitals", "p < 0.001"],
        ["Kaplan-Meier: overall survival", "0 12 24 36 48", "Months"],
        ["Amara Nwosu", "amara@severnside.example"],
        ["Nwosu, Amara"],
        ["Scale bar 50 um", "x400", "H&E"],
        ["MI 1.1", "TIs 0.4", "12 fps", "Gain 62"],
        ["Figure 2. Forest plot of included trials"],
    ],
)
def test_figures_slides_and_her_own_name_are_notes(lines):
    assert {one[1] for one in weighed(*lines)} <= {"note"}


def test_whose_name_it_is_counts_and_not_how_it_is_written():
    assert weighed("Nwosu, Amara") == [("writing", "note", "note")]
    assert weighed("Nwosu, Jun") == [("name", "note", "ask")]


def test_no_line_is_no_detail():
    assert weighed() == []


@given(st.lists(st.text(max_size=80), max_size=12))
def test_each_line_has_one_answer_and_a_patient_near_it_never_weighs_less(lines):
    weight = {"note": 0, "ask": 1, "hold": 2}
    found = details(lines)

    assert [one.line for one in found] == list(range(len(lines)))
    assert all(weight[one.alone] <= weight[one.beside_patient] for one in found)


@pytest.mark.parametrize("unit", ["1", "A", "a1", "1/", "DOB ", "MRN", "A^", "Aa, ", "jan 1 "])
def test_long_lines_take_no_longer_than_their_length(unit):
    line = unit * (20_000 // len(unit))
    start = time.process_time()

    details([line])

    assert time.process_time() - start < 5
