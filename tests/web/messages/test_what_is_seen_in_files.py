"""What was found in her own picture is said to who sent it, and to nobody else."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from corridor.people.actions import set_photo
from corridor.posts import finders
from corridor.posts.finders import Seen, Written
from tests.kernel.test_pictures import picture as drawn
from tests.web.messages.conftest import *  # noqa: F403 - pytest finds fixtures by name

NUMBER = Written(text="MRN 84736251", left=0.1, top=0.1, right=0.5, bottom=0.2)
FOUND = "1 line that may lead to a patient."


@pytest.fixture
def finds_a_number(monkeypatch):
    monkeypatch.setattr(finders, "can_look", lambda: True)
    monkeypatch.setattr(finders, "look", lambda _picture: Seen(faces=[], written=[NUMBER]))


@pytest.fixture
def sent(signed_in, amara, talk, django_capture_on_commit_callbacks):
    def send():
        client = signed_in(amara)
        file = SimpleUploadedFile("ward.jpg", drawn(), "image/jpeg")
        with django_capture_on_commit_callbacks(execute=True):
            client.post(f"/messages/{talk}/said/", {"text": "Look", "files": file})
        return f"/messages/{talk}/"

    return send


def test_what_is_in_a_picture_is_said_to_its_sender_alone(
    finds_a_number, sent, signed_in, amara, dr_osei
):
    path = sent()

    hers = signed_in(amara).get(path).text
    assert FOUND in hers
    assert "You can take the message back." in hers
    assert FOUND not in signed_in(dr_osei).get(path).text
    assert "84736251" not in hers


def test_without_finders_she_is_told_that_nobody_looked(sent, signed_in, amara, monkeypatch):
    monkeypatch.setattr(finders, "can_look", lambda: False)

    assert "Nobody looked at it" in signed_in(amara).get(sent()).text


def test_more_pictures_ask_no_more_queries(
    sent, signed_in, amara, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(finders, "can_look", lambda: False)
    client, path = signed_in(amara), sent()
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        client.get(path)

    number = len(asked)
    sent()

    with django_assert_num_queries(number):
        client.get(path)


def test_the_page_of_a_photo_says_what_was_found(
    finds_a_number, signed_in, amara, django_capture_on_commit_callbacks
):
    client = signed_in(amara)
    assert "Nothing was found" not in client.get("/you/profile/photo/").text

    with django_capture_on_commit_callbacks(execute=True):
        set_photo(profile=amara, file=drawn(), shows="Amara", by=amara)

    assert FOUND in client.get("/you/profile/photo/").text
