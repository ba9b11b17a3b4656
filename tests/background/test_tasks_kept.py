"""A task is done by one worker, tried again when it fails, and outlives whoever was at it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from corridor.background import tasks_kept
from corridor.people import letters

pytestmark = pytest.mark.usefixtures("kept_as_rows")


@pytest.fixture
def letter():
    return letters.Letter(subject="Room again", paragraphs=("Dr Osei has room.",), why="You asked.")


@pytest.fixture
def no_mail_server(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9


def kept():
    return DBTaskResult.objects.get()


def test_a_mail_goes_when_a_worker_comes_and_its_row_with_it(letter):
    letters.tell(letter, to="amara@example.org")
    assert mail.outbox == []

    tasks_kept.do(tasks_kept.take("one", now=timezone.now()))

    assert [(one.to, one.subject) for one in mail.outbox] == [(["amara@example.org"], "Room again")]
    assert not DBTaskResult.objects.exists()


def test_a_mail_that_waits_lies_sealed(letter):
    letters.tell(letter, to="amara@example.org")

    row = str(kept().args_kwargs)
    assert "amara" not in row
    assert "Osei" not in row


def test_of_two_workers_one_gets_a_task(letter):
    letters.tell(letter, to="amara@example.org")
    now = timezone.now()

    assert tasks_kept.take("one", now=now) is not None
    assert tasks_kept.take("two", now=now) is None


def test_what_fails_is_tried_again_and_in_the_end_stays_as_failed(letter, no_mail_server):
    letters.tell(letter, to="amara@example.org")
    tries, now = 0, timezone.now()
    while (found := tasks_kept.take("one", now=now)) is not None:
        tasks_kept.do(found)
        tries, now = tries + 1, now + timedelta(days=1)

    assert tries == 6
    assert kept().status == TaskResultStatus.FAILED
    assert "amara" not in kept().traceback


def test_what_failed_is_left_alone_for_a_minute(letter, no_mail_server):
    letters.tell(letter, to="amara@example.org")

    tasks_kept.do(tasks_kept.take("one", now=timezone.now()))

    assert tasks_kept.take("one", now=timezone.now()) is None
    assert tasks_kept.take("one", now=timezone.now() + timedelta(seconds=61)) is not None


def test_what_a_dead_worker_was_at_is_done_by_another(letter):
    letters.tell(letter, to="amara@example.org")
    now = timezone.now()
    tasks_kept.give_sign("dies", now=now)
    tasks_kept.take("dies", now=now)

    assert tasks_kept.give_back(now=now + timedelta(seconds=59)) == 0
    assert tasks_kept.give_back(now=now + timedelta(seconds=61)) == 1
    assert tasks_kept.take("lives", now=now) is not None


def test_what_a_living_worker_is_at_stays_with_it(letter):
    letters.tell(letter, to="amara@example.org")
    now = timezone.now()
    tasks_kept.take("slow", now=now)
    tasks_kept.give_sign("slow", now=now + timedelta(minutes=5))

    assert tasks_kept.give_back(now=now + timedelta(minutes=5)) == 0
