"""Exports of German, Spanish and French forms are read as they are."""

import pytest

from corridor.algorithms.matching.week import Span
from corridor.programmes.intake import values
from corridor.programmes.intake.fields import Field, field_of_title
from corridor.programmes.intake.hours import find_spans
from corridor.programmes.intake.titles_abroad import TITLES
from corridor.programmes.intake.windows_zones import ZONES
from corridor.programmes.intake.zones import available_zones, find_zone
from tests.programmes.intake.given import read, rejection

GERMAN = (
    "Name;E-Mail;Rolle;Ausbildungsstand;Fachgebiet;Klinik;Sprachen;Zeitzone;Verfügbarkeit;Kapazität\n"
    "Amara Nwosu;a@example.org;Mentee;PJ;Anästhesie;Charité;Deutsch, Englisch;Europe/Berlin;"
    "Montag 18:00-20:00;\n"
    "Dr. Osei;o@example.org;Mentorin;Oberärztin;Anästhesie;LMU;Deutsch;W. Europe Standard Time;"
    "Mo 18-21 Uhr;2\n"
)
SPANISH = (
    "nombre,apellidos,correo,rol,especialidad,idiomas,disponibilidad\n"
    "Lucía,Pérez,l@example.org,mentorizada,MIR,español,lunes 18h-20h\n"
    "Ana,Ruiz,r@example.org,mentora,pediatría,inglés y español,lunes de 18 a 20 h\n"
)
FRENCH = (
    "nom,prénom,courriel,rôle,spécialité,langues,disponibilités\n"
    "Diallo,Awa,a@example.org,mentorée,pédiatrie,anglais et français,lundi 18h-20h\n"
    "Martin,Luc,m@example.org,mentor,pédiatrie,français,mardi 18h30 à 20h\n"
)


@pytest.mark.parametrize("file", [GERMAN, SPANISH, FRENCH])
def test_a_form_of_another_country_is_read(file):
    found = read(file)

    (mentee,), (mentor,) = found.mentees, found.mentors
    assert mentee.name
    assert mentee.languages & mentor.languages
    assert mentee.free
    assert mentor.free


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18h-20h", 7),
        ("Montag 18:00-20:00", 1),
        ("Mo-Fr 18-20 Uhr", 5),
        ("mercredi 18h à 20h", 1),
        ("miércoles y jueves 18:00 a 20:00", 2),
        ("Wochenende 18 bis 20 Uhr", 2),
    ],
)
def test_days_and_clocks_of_other_languages_are_understood(text, expected):
    spans = find_spans(text)

    assert len(spans) == expected
    assert {(span.start, span.end) for span in spans} == {(18 * 60, 20 * 60)}


def test_days_of_three_languages_are_the_same_day():
    days = [find_spans(f"{day} 9:00-10:00") for day in ("Dienstag", "martes", "mardi", "Tue")]

    assert days == [(Span("tue", 540, 600),)] * 4


@pytest.mark.parametrize(
    ("text", "code"),
    [("MIR3", "PGY3"), ("Foundation Year 2", "PGY2"), ("SHO", "PGY2"), ("Year 4", "MS4")],
)
def test_stages_of_other_ladders_are_known(text, code):
    assert values.career(text).code == code


def test_zones_go_by_their_names_in_windows():
    assert find_zone("W. Europe Standard Time") == "Europe/Berlin"
    assert find_zone("Romance Standard Time") == "Europe/Paris"
    assert ZONES.keys() <= available_zones()


def test_every_title_names_the_field_it_stands_for():
    for name, titles in TITLES.items():
        for title in titles.split("|"):
            assert field_of_title(title) == (Field(name), True), title


def test_titles_that_nobody_knows_come_with_the_way_out():
    (problem,) = rejection("foo,bar\n1,2\n")

    assert "--map" in problem
    assert "--headers" in problem
