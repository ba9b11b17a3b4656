"""Meetings when somebody acts while the clock does, each on a connection of their own."""

from datetime import timedelta
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from corridor.mentoring.actions import meetings
from corridor.mentoring.models import Meeting
from tests.mentoring.meetings.arranging import THURSDAY, TUESDAY

pytestmark = [
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
    ),
    pytest.mark.django_db(transaction=True),
]
DAY = timedelta(days=1)


def test_times_that_are_offered_at_the_last_moment_do_not_lapse(propose, osei):
    meeting = propose(times=(TUESDAY,))
    offered, lapsing = Event(), Event()

    def lapse():
        offered.wait(timeout=30)
        lapsing.set()
        try:
            meetings.lapse_proposals(now=TUESDAY + DAY)
        finally:
            connection.close()

    thread = Thread(target=lapse)
    thread.start()
    with transaction.atomic():
        meetings.offer_times(
            meeting.pk,
            [THURSDAY + DAY],
            by=osei,
            sequence=meeting.sequence,
            now=TUESDAY + DAY,
        )
        offered.set()
        lapsing.wait(timeout=30)
        thread.join(timeout=1)  # it waits for what is held here
    thread.join(timeout=60)

    assert Meeting.objects.get().state == "proposed"
