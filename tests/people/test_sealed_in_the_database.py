"""What was said stands nowhere in the clear: not in the rows, not in the file, not in the logs."""

import logging
import sqlite3

import pytest
from django.db import connection

from corridor.people import actions, queries
from corridor.people.actions import NewAnswer
from corridor.people.choices import Purpose
from tests.stored import every_stored_value

OWN_WORDS = "granddaughter of a lacemaker"
SAID = {
    "way": NewAnswer(options=("re-applicant",), own_words=OWN_WORDS, audience="public"),
    "religion": NewAnswer(options=("sikh",), audience="public"),
    "refuge": NewAnswer(options=("refugee",), audience="verified"),
}
IN_THE_CLEAR = (b"re-applicant", b"sikh", b"lacemaker", b"refugee")


@pytest.fixture
def described(questions_asked, amara, mallory, now):
    actions.describe_self(profile=amara, answers=SAID, by=amara, now=now)
    for purpose in Purpose:
        actions.give_consent(profile=amara, purpose=purpose, by=amara, now=now)
    queries.facets_shown(amara, viewer=mallory, now=now)
    list(queries.holders_of(["way.re-applicant"], viewer=mallory, now=now))
    return amara


def test_no_row_of_any_table_says_it(described):
    stored = list(every_stored_value())

    assert described.handle.encode() in stored
    assert [word for word in IN_THE_CLEAR if any(word in value for value in stored)] == []


@pytest.mark.django_db(transaction=True)
def test_the_database_file_does_not_say_it(described, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("A server keeps its own files; its rows are read in the test above.")
    path = tmp_path / "copy.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM INTO '{path}'")
    copy = sqlite3.connect(path)
    copy.create_function("REGEXP", 2, lambda *_: True)  # of constraints of the tables
    copy.execute("DELETE FROM people_option")
    copy.execute("UPDATE people_question SET slug = 'q' || id, wording = '', help = ''")
    copy.commit()
    copy.execute("VACUUM")
    copy.close()

    stored = path.read_bytes()

    assert described.handle.encode() in stored
    assert [word for word in IN_THE_CLEAR if word in stored] == []


@pytest.mark.django_db
def test_no_log_says_it(amara, mallory, now, signed_in, caplog):
    caplog.set_level(logging.DEBUG)
    # Django logs each statement with its values where DEBUG is on; a server never has it on.
    logging.getLogger("django.db.backends").setLevel(logging.INFO)

    form = {
        "way-options": ["re-applicant"],
        "way-words": OWN_WORDS,
        **{f"{question.slug}-audience": "public" for question in queries.questions()},
    }
    answer = signed_in(amara).post("/you/self-description/", form)
    actions.give_consent(profile=amara, purpose=Purpose.DISPLAY, by=amara, now=now)
    signed_in(mallory).get("/you/access-log/")
    signed_in(amara).post("/you/data/archive/")

    assert answer.status_code == 302
    assert len(queries.facets_shown(amara, viewer=mallory, now=now)) == 1
    assert "lacemaker" not in caplog.text
    assert "re-applicant" not in caplog.text
