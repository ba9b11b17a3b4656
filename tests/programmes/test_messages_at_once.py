"""Workers release a message at the same moment, on connections of their own: it goes out once."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection

from corridor.programmes.actions import messaging
from corridor.programmes.actions.messaging import HOLD, NewMessage, release_messages
from corridor.programmes.choices import Audience

pytestmark = [
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
    ),
    pytest.mark.django_db(transaction=True),
]


def test_four_workers_send_it_once(spring, prof_lindqvist, now):
    new = NewMessage(audience=Audience.ALL, subject="Hello", body="{person}", once=uuid4())
    messaging.write_to_round(spring, new, by=prof_lindqvist, now=now)
    mail.outbox.clear()
    ready, sent = Barrier(4), []

    def work():
        ready.wait(timeout=30)
        try:
            sent.append(release_messages(now=now + HOLD))
        finally:
            connection.close()

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert sorted(sent) == [0, 0, 0, 5]
    assert len({one.to[0] for one in mail.outbox}) == len(mail.outbox) == 5
