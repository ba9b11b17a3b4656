"""What is found in a text, what is not, and what it comes to. All people are invented."""

import logging
import socket

import pytest

from corridor.algorithms.patient_details import Context, check, hemisphere_of

MESSAGE, REPLY = Context(place="message"), Context(place="reply")


def found(text, **options):
    return {text[one.start : one.end]: one.kind for one in check(text, **options).findings}


def state(text, **options):
    return check(text, **options).state


def suggested(text):
    return {text[one.start : one.end]: one.suggestion for one in check(text).findings}


def written(text):
    """The text with every suggestion taken, by somebody in the north."""
    for one in reversed(check(text, context=Context(hemisphere="north")).findings):
        text = text[: one.start] + one.suggestion + text[one.end :]
    return text


DRAFT = (
    "Clerked my first septic patient alone last Tuesday. A 94-year-old retired lighthouse keeper"
    " from Aberdovey, and I missed the source for an hour."
)


def test_details_that_identify_together_are_asked_about():
    assert state(DRAFT) == "look_again"
    assert found(DRAFT) == {
        "last Tuesday": "time",
        "94-year-old": "age",
        "retired lighthouse keeper": "role",
        "Aberdovey": "place",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We let our 94-year-old patient go home.",
            "We let our patient in their nineties go home.",
        ),
        ("A 92 yo lady beat sepsis.", "A woman in her nineties beat sepsis."),
        (
            "My oldest man, aged 101, is my patient.",
            "My oldest man, aged over ninety, is my patient.",
        ),
        ("Our patient died on 14 March.", "Our patient died this spring."),
        ("She was admitted on 2024-11-03.", "She was admitted in the autumn of 2024."),
        ("She was admitted on 03/04/2024.", "She was admitted in 2024."),
        ("My patient from Duluth has sepsis.", "My patient from a small town has sepsis."),
        ("Our patient was seen at Lakeside Clinic.", "Our patient was seen at a clinic."),
        ("MRN 7741203 has no bed.", "MRN [left out] has no bed."),
    ],
)
def test_a_suggestion_reads_well_where_it_is_put(text, expected):
    assert written(text) == expected


STOPPED = {
    "Pt Jane Vaillant has sepsis.": "name",
    "Yewande Afolabi, 54F, sepsis.": "name",
    "MRN 4471902 is septic.": "mrn",
    "SSN 219-09-9999 on the wristband.": "ssn",
    "Member ID XJH559012 denied again.": "health_plan",
    "DOB 03/11/2024, congenital CMV.": "birthday",
    "Call the patient's wife, phone 415-555-0133.": "phone",
    "Fax her records to 415-555-0133.": "fax",
    "Write to my patient's son, s.lake@example.com.": "email",
    "He lives at 580 Parsons Gateway with COPD.": "address",
    "Acct no. 4943120062 went to his widow.": "account",
    "His driver's license D4471902 was in the bag.": "license",
    "Plate TBP 8540 was in the ditch, its driver is our patient.": "vehicle",
    "Pacemaker serial no. PJN884213 failed in our patient.": "device",
    "My patient's page: https://www.gofundme.com/f/help-noor": "url",
    "The patient logged in from 84.12.7.201.": "ip",
    "Fingerprint id FP-65667552 opened her chart.": "biometric",
    "Study ID YZ-6807 is the first responder.": "other_id",
}


def test_whatever_points_to_one_person_stops_a_post():
    said = {text: (state(text), *set(found(text).values())) for text in STOPPED}

    assert said == {text: ("stop", kind) for text, kind in STOPPED.items()}


ASKED = [
    "Mr Haugen has sepsis and taught me to fish.",
    "Told Ida's mum the scan was clean.",
    "Adaora in bed 4 has a fever.",
    "RIP Sifa. 51, DKA.",
    "Pt J.K., 19, is back with DKA.",
    "Baby Gauthier left the NICU.",
    "The only beekeeper in town is my patient.",
    "The man in the news is my patient.",
    "Here is a photo of my patient after surgery.",
    "The sole survivor of the ferry disaster is in our ICU.",
    "Last night we lost a young teacher from Tralee.",
    "Our patient with sepsis died on 6 February.",
]


@pytest.mark.parametrize("text", ASKED)
def test_whatever_others_recognise_is_asked_about(text):
    assert state(text) == "look_again"


QUIET = [
    "Congratulations to Dr Amara Eze, who starts at Leeds in March.",
    "Abstracts for the Lisbon meeting close on 14 January.",
    "I grew up in Barrow-in-Furness and yesterday I became a surgeon.",
    "Kussmaul, Cheyne and Stokes walk into a bar.",
    "In a 54-year-old with Crohn's disease on adalimumab, which vaccine first?",
    "Guidelines for a 60-year-old male with Graves' disease diagnosed in 2021?",
    "Wells 4.5, BP 78/40, HR 138, vancomycin 15 mg/kg.",
    "Physician Support Line: 1-888-409-0141.",
    "NCT04409834, PMID 33155480 and doi:10.1056/NEJMoa2034577 agree.",
    "Be patient with me, Prof. Halvorsen.",
    "Patients over 90 are left out of every trial.",
    "Thank you @drsimone@med.example for reading my grant.",
]


@pytest.mark.parametrize("text", QUIET)
def test_what_clinicians_say_every_day_raises_nothing(text):
    assert state(text) == "clear"


def test_an_invented_case_may_have_a_town_but_no_number():
    assert state("Teaching case, invented: my patient from Duluth, seen on 14 March.") == "clear"
    assert state("Teaching case, invented: MRN 4471902.") == "stop"


def test_a_reply_that_confirms_somebody_is_a_patient_is_asked_about():
    text = "I remember your surgery, and your scan was fine."

    assert set(found(text, context=REPLY).values()) == {"confirmation"}
    assert state(text, context=MESSAGE) == "look_again"
    assert state(text) == "clear"


def test_a_case_is_about_a_patient_even_if_it_does_not_say_so():
    text = "Fell on 14 March, from Duluth."

    assert state(text) == "clear"
    assert state(text, context=Context(place="case")) == "look_again"


def test_what_is_the_authors_own_is_no_patients():
    text = "My patient's son may write to Ada.Osei@example.com or call 415-555-0133."
    own = frozenset({"ada.osei@example.com", "+415 555 0133"})

    assert state(text) == "stop"
    assert state(text, context=Context(own=own)) == "clear"
    assert state("Pt Ada Osei has sepsis.", context=Context(own=frozenset({"Ada Osei"}))) == "clear"


TRICKS = {
    "letters of other alphabets": "Pt Jаne Vаillаnt has sepsis.",
    "marks of width zero": "Pt Ja\u200bne Vai\u200cllant\u2060 has sepsis.",
    "marks from right to left": "Pt \u202eJane Vaillant\u202c has sepsis.",
    "wide letters": "Pt Ｊａｎｅ Ｖａｉｌｌａｎｔ has sepsis.",
    "combining marks": "Pt Ja\u0301ne Vai\u0308llant has sepsis.",
    "mathematical letters": "Pt 𝐉𝐚𝐧𝐞 𝐕𝐚𝐢𝐥𝐥𝐚𝐧𝐭 has sepsis.",
    "another alphabet": "Pt Оксана Гнатюк has sepsis.",
    "other spaces": "Pt\u00a0Jane\u2003 Vaillant has sepsis.",
}


@pytest.mark.parametrize("trick", TRICKS)
def test_disguised_letters_are_read_as_a_person_reads_them(trick):
    text = TRICKS[trick]
    [finding] = check(text).findings
    words = text.removeprefix("Pt").removesuffix(" has sepsis.")

    assert finding.kind == "name"
    assert words.strip(" \u00a0\u202e\u202c") in text[finding.start : finding.end] + "\u202c"


@pytest.mark.parametrize(
    "digits", ["４４７１９０２", "٤٤٧١٩٠٢", "४४७१९०२", "4\u200b4719\u200b02", "𝟒𝟒𝟕𝟏𝟗𝟎𝟐"]
)
def test_digits_of_any_kind_are_digits(digits):
    assert found(f"MRN {digits} is septic.") == {digits: "mrn"}


def test_places_in_the_text_are_those_of_the_text_that_was_given():
    text = "\u200bﬁrst: 🙏🏽 ½ of\t\tus know pt Jane Vaillant, sepsis."
    [finding] = check(text).findings

    assert text[finding.start : finding.end] == "Jane Vaillant"


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b", "\ud800", "🙏", "a\x00b", "#" * 10_000])
def test_odd_texts_are_clear(text):
    assert state(text) == "clear"


def test_nothing_is_logged_and_no_network_is_used(monkeypatch, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(socket, "socket", None)

    for text in [*STOPPED, *ASKED]:
        check(text)

    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("country", "time_zone", "expected"),
    [
        ("SE", "UTC", "north"),
        ("AU", "Europe/London", "south"),
        ("KE", "Africa/Nairobi", ""),
        ("", "Australia/Hobart", "south"),
        ("", "America/Argentina/Ushuaia", "south"),
        ("", "America/Chicago", "north"),
        ("", "Africa/Lagos", ""),
        ("", "UTC", ""),
    ],
)
def test_country_or_time_zone_say_which_seasons_somebody_has(country, time_zone, expected):
    assert hemisphere_of(country, time_zone) == expected


def test_reasons_and_suggestions_are_said_in_the_language_of_whoever_asks():
    german = {
        "Possible date of care: day and month identify.": "Vielleicht das Datum einer Behandlung.",
        "in the autumn of {year}": "im Herbst {year}",
    }

    (found,) = check(
        "Our patient died on 14 March 2024.",
        context=Context(hemisphere="south", say=lambda words: german.get(words, words)),
    ).findings

    assert found.why == "Vielleicht das Datum einer Behandlung."
    assert found.suggestion == "im Herbst 2024"
