"""`corridor doctor` says of each thing whether it is fine, and ends with 1 where one is not."""

import socket
import threading

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import connection
from django_tasks_db import DatabaseBackend

from corridor.cli import main as command
from corridor.people import letters
from corridor.safety.actions import appoint_moderator
from corridor.safety.choices import Queue
from tests.served import free_port

pytestmark = pytest.mark.django_db


@pytest.fixture
def doctor(capsys, settings):
    port = free_port()
    settings.PUBLIC_URL = f"http://localhost:{port}"
    settings.STREAMING_URL = f"ws://localhost:{port}"

    def look(*words):
        code = command.main(["doctor", *words])
        return code, capsys.readouterr().out

    return look


@pytest.fixture
def mail_server(settings):
    """One that greets, and then says what it is told to."""
    listening = socket.create_server(("127.0.0.1", 0))

    def answer(greeting):
        def serve():
            caller, _address = listening.accept()
            with caller, caller.makefile("rw", newline="\r\n") as line:
                line.write(f"{greeting}\n")
                line.flush()
                for said in line:
                    line.write("221 bye\n" if said.startswith("QUIT") else "250 fine\n")
                    line.flush()

        threading.Thread(target=serve, daemon=True).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = listening.getsockname()
        settings.EMAIL_USE_TLS = False

    yield answer
    listening.close()


def test_where_everything_is_fine_it_says_so_and_ends_well(doctor):
    code, said = doctor()

    assert code == 0
    assert "WRONG" not in said
    assert [line.split()[0] for line in said.splitlines()] == ["fine"] * 11
    assert "The database is up to date." in said


def test_a_log_of_the_desk_that_was_changed_is_wrong(doctor, amara, now):
    appoint_moderator(amara, queues=[Queue.SPAM], now=now)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE safety_logentry SET details = ''")

    code, said = doctor()

    assert code == 1
    assert "line 1 is not as it was written" in said


def test_where_pages_are_served_apps_must_be_told_live_too(doctor, settings, live_server):
    settings.PUBLIC_URL = live_server.url

    code, said = doctor()

    assert code == 1
    assert "Pages are served, but nothing is told live" in said


def test_it_sends_a_mail_where_it_is_told_to(doctor):
    code, said = doctor("--mail-to", "amara@example.org")

    assert code == 0
    assert "A mail to amara@example.org is on its way." in said
    assert mail.outbox[0].to == ["amara@example.org"]


def test_a_mail_server_that_takes_us_is_fine(doctor, mail_server):
    mail_server("220 welcome")

    code, said = doctor()

    assert code == 0
    assert "The mail server 127.0.0.1 takes us." in said


def test_a_mail_server_that_refuses_us_is_wrong(doctor, mail_server):
    mail_server("554 not today")

    code, said = doctor()

    assert code == 1
    assert "WRONG  The mail server 127.0.0.1 does not take us" in said
    assert "not today" in said


def test_a_server_for_others_that_sends_no_mail_is_wrong(doctor, settings):
    settings.PUBLIC_URL = "https://corridor.severnside.example"

    code, said = doctor()

    assert code == 1
    assert "WRONG  No EMAIL_HOST: nobody gets a mail, so nobody can join." in said


def test_passwords_that_travel_open_are_wrong(doctor, settings):
    settings.PUBLIC_URL = "http://corridor.severnside.example"

    code, said = doctor()

    assert code == 1
    assert "without https: passwords travel open" in said


def test_a_cache_that_forgets_is_wrong(doctor, monkeypatch):
    monkeypatch.setattr(cache, "get", lambda _key: None)

    code, said = doctor()

    assert code == 1
    assert "WRONG  The cache forgets what it is told." in said


def test_a_cache_that_cannot_be_reached_is_wrong(doctor, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:9/0",
        }
    }

    code, said = doctor()

    assert code == 1
    assert "WRONG  The cache does not answer" in said


def test_a_media_folder_that_cannot_be_written_is_wrong(doctor, monkeypatch):
    def refuse(name, content):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(default_storage, "save", refuse)

    code, said = doctor()

    assert code == 1
    assert "WRONG  The media folder cannot be written" in said


def test_what_waits_for_a_worker_that_does_not_run_is_wrong(doctor):
    backend = DatabaseBackend("default", {})
    backend.enqueue(letters.deliver, ("sealed",), {})

    code, said = doctor()

    assert code == 1
    assert "No worker runs, and mails wait for one" in said
