"""What is written in a cell, as a value."""

import pytest

from corridor.algorithms.matching.options import Barrier
from corridor.algorithms.matching.people import Criterion, Role
from corridor.algorithms.matching.week import Span
from corridor.programmes.intake import values
from corridor.programmes.intake.formulas import as_written, harmless
from corridor.programmes.intake.hours import NotHours, find_spans
from corridor.programmes.intake.zones import NotAZone, find_zone

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Europe/London", "Europe/London"),
        ("london", "Europe/London"),
        ("New York", "America/New_York"),
        ("EST", "America/New_York"),
        ("Pacific Time", "America/Los_Angeles"),
        ("(GMT-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern", "Europe/Amsterdam"),
        ("UTC+2", "Etc/GMT-2"),
        ("GMT-5", "Etc/GMT+5"),
        ("UTC+5:30", "Asia/Kolkata"),
        ("gmt", "UTC"),
        ("CET", "Europe/Paris"),
    ],
)
def test_time_zones_go_by_many_names(text, zone):
    assert find_zone(text) == zone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IST", "write Asia/Kolkata or Europe/Dublin or Asia/Jerusalem"),
        ("CST", "several time zones"),
        ("Europe/Londn", "Did you mean Europe/London?"),
        ("UTC+27", "no known time zone"),
        ("../etc/passwd", "no known time zone"),
    ],
)
def test_names_of_several_zones_or_none_are_refused_with_what_to_write(text, expected):
    with pytest.raises(NotAZone) as refused:
        find_zone(text)

    assert expected in str(refused.value)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Mon 18:00-20:00", [("mon", 1080, 1200)]),
        ("Tuesdays 6-8pm", [("tue", 1080, 1200)]),
        ("11-1pm Thu", [("thu", 660, 780)]),
        ("Mon, Wed 18-20", [("mon", 1080, 1200), ("wed", 1080, 1200)]),
        ("Sat morning; Sun after 14:30", [("sat", 480, 720), ("sun", 870, 1320)]),
        ("Fri 22:00-02:00", [("fri", 1320, 120)]),
        ("weekday evenings", [(day, 1020, 1260) for day in WEEKDAYS]),
        ("evenings on weekdays", [(day, 1020, 1260) for day in WEEKDAYS]),
        ("Sat-Mon 9:00-10:00", [(day, 540, 600) for day in ("sat", "sun", "mon")]),
        ("Monday Morning, Evening", [("mon", 480, 720), ("mon", 1020, 1260)]),
        ("n/a", []),
    ],
)
def test_free_hours_are_written_in_many_ways(text, spans):
    assert find_spans(text) == tuple(Span(*span) for span in spans)


@pytest.mark.parametrize("text", ["whenever the moon is full", "Mon 25:00-26:00", "Mon 10-10"])
def test_hours_that_are_not_understood_are_refused(text):
    with pytest.raises(NotHours):
        find_spans(text)


@pytest.mark.parametrize("text", ["Mon 9-5", "12-2", "weekdays 8:30-5:30"])
def test_hours_that_can_be_day_or_night_are_refused(text):
    with pytest.raises(NotHours, match="can be day or night"):
        find_spans(text)


def test_hours_past_midnight_are_told_by_the_24_hour_clock():
    assert find_spans("Fri 22-2") == (Span("fri", 22 * 60, 2 * 60),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mentee", (True, False)),
        ("Mentor", (False, True)),
        ("both", (True, True)),
        ("Mentee, Mentor", (True, True)),
        ("I would like to be a mentor", (False, True)),
        ("I am looking for a mentor", (True, False)),
    ],
)
def test_people_say_which_side_they_are_on_in_many_ways(text, expected):
    assert values.sides(text) == expected


def test_roles_may_have_numbers():
    assert values.roles(["mentor x2; 1 coach; Sponsorship"]) == {
        Role.MENTOR: 2,
        Role.COACH: 1,
        Role.SPONSOR: None,
    }


def test_a_comma_in_brackets_does_not_cut_an_answer():
    assert values.tags(["Publishing (papers, posters), #Wellbeing"]) == {
        "publishing (papers, posters)",
        "wellbeing",
    }


def test_american_and_british_spellings_are_one():
    assert values.tags(["Pediatric Anesthesiology"]) == {"paediatric anaesthesiology"}


def test_an_institution_may_have_a_comma_in_its_name():
    assert values.institutions(("University of California, San Francisco; UCLA",)) == {
        "university california san francisco",
        "ucla",
    }


@pytest.mark.parametrize(
    "text", ["University of Leeds", "The University of Leeds", "Univ. Leeds", "univ of leeds"]
)
def test_articles_and_common_abbreviations_make_no_other_institution(text):
    assert values.institutions((text,)) == {"university leeds"}


def test_the_order_of_words_makes_another_institution():
    one, other = ("Washington University",), ("University of Washington",)

    assert values.institutions(one) != values.institutions(other)


def test_a_stage_that_is_like_none_gets_no_far_fetched_hint():
    with pytest.raises(values.NotAValue, match="write for example MS3") as refused:
        values.career("Wizard")

    assert "nearest" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two", "“two” is no whole number from 0 to 200"),
        ("-1", "“-1” is no whole number"),
        ("1000", "“1000” is no whole number"),
        ("1,000", "“1,000” is no whole number"),
        ("1.5", "no whole number"),
        ("9" * 30, "no whole number"),
    ],
)
def test_places_are_whole_numbers_within_reason(text, expected):
    with pytest.raises(values.NotAValue, match=expected):
        values.whole_number(text, most=200)


def test_a_number_may_be_written_as_spreadsheets_do():
    assert [values.whole_number(text, most=9) for text in ("3", "3.0", "03", "3 mentees")] == [
        3
    ] * 4


def test_an_unknown_stage_is_refused_with_the_nearest():
    with pytest.raises(values.NotAValue, match="Medical student"):
        values.career("Medicl studnt")


def test_what_matters_most_names_a_criterion():
    assert values.criterion("Shared interests and values") is Criterion.INTERESTS


@pytest.mark.parametrize(
    ("text", "barrier"),
    [
        ("supervises her", Barrier.EVALUATOR),
        ("conflict of interest", Barrier.CONFLICT),
        ("same-institution", Barrier.SAME_INSTITUTION),
        ("", Barrier.FORBIDDEN),
    ],
)
def test_a_reason_to_forbid_names_the_relation(text, barrier):
    assert values.barrier(text) is barrier


@pytest.mark.parametrize(
    "text", ["=1+1", "+49", "-x", "@name", "\tx", "'=x", "''-", "'plain", "", "ok"]
)
def test_formulas_are_made_harmless_and_come_back(text):
    written = harmless(text)

    assert written[:1] not in {"=", "+", "-", "@", "\t"}
    assert as_written(written) == text
