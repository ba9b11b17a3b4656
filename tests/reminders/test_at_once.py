"""Two workers send at the same moment, on connections of their own: nobody gets a mail twice."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.db import connection

from corridor.reminders.actions import send_due
from corridor.reminders.models import SentReminder

pytestmark = [
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
    ),
    pytest.mark.django_db(transaction=True),
]
WORKERS = 4


def test_four_workers_send_what_one_would(agree, amara, osei):
    for week in range(3):
        agree(starts_at=datetime(2026, 3, 24, 10 + week, tzinfo=UTC))
    mail.outbox.clear()
    ready, sent = Barrier(WORKERS), []

    def work():
        ready.wait(timeout=30)
        try:
            sent.append(send_due(now=datetime(2026, 3, 24, 18, tzinfo=UTC) + timedelta(hours=1)))
        finally:
            connection.close()

    threads = [Thread(target=work) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert sum(sent) == SentReminder.objects.count() == len(mail.outbox) == 2
    assert {one.to[0] for one in mail.outbox} == {amara.account.email, osei.account.email}
