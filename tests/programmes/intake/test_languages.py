"""Languages are understood however people write them, and what is none is told."""

import pytest

from corridor.programmes.intake.languages import known_languages
from corridor.programmes.intake.people import Asked, PeopleFile, read_people
from tests.programmes.intake.given import SPRING, reading, source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("en, Français; Yoruba (native)", {"english", "french", "yoruba"}),
        ("EN / español", {"english", "spanish"}),
        ("en-GB & pt_BR", {"english", "portuguese"}),
        ("anglais et allemand", {"english", "german"}),
        ("inglés y francés", {"english", "french"}),
        ("Englisch und Spanisch", {"english", "spanish"}),
        ("I speak English and French", {"english", "french"}),
        ("English (native), Mandarin", {"english", "chinese"}),
        ("British Sign Language", {"british sign language"}),
        ("American Sign Language", {"american sign language"}),
        ("فارسی", {"persian"}),
        ("", set()),
    ],
)
def test_languages_go_by_code_and_by_name_in_several_languages(text, expected):
    assert known_languages([text]) == (expected, ())


def test_whoever_writes_the_same_unknown_language_shares_it():
    assert known_languages(["Klingonian"]) == ({"klingonian"}, ("Klingonian",))


def test_an_unknown_language_is_warned_of_where_it_stands():
    file = "role,id,languages\nmentee,amara,English and Klingonian\nmentor,osei,en\n"
    a_reading = reading()

    read_people([PeopleFile(source=source(file))], Asked(**SPRING), a_reading)

    assert str(a_reading.notes.warnings[-1]).startswith(
        "people.csv, line 2, column “languages”: “Klingonian” is no known language"
    )
