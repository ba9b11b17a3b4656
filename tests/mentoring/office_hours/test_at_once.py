"""Places of a queue, and of a mentor, when several want them on connections of their own."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from corridor.mentoring.actions import NoRoom, office_hours
from corridor.mentoring.actions.office_hours import NewHours
from corridor.mentoring.meeting_choices import Repeat
from corridor.mentoring.models import OfficeHours, Turn

pytestmark = [
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
    ),
    pytest.mark.django_db(transaction=True),
]
REFUSED = (NoRoom, office_hours.SignedUpAlready, office_hours.SittingIsOver,
           office_hours.TooManyTurns, office_hours.NotYourHours)  # fmt: skip


def at_once(*deeds):
    """The names of what was refused."""
    ready, refused = Barrier(len(deeds)), []

    def run(deed):
        ready.wait(timeout=30)
        try:
            deed()
        except REFUSED as refusal:
            refused.append(type(refusal).__name__)
        finally:
            connection.close()

    threads = [Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return sorted(refused)


def state_counts(sitting):
    rows = Turn.objects.filter(sitting=sitting).values_list("state", flat=True)
    return {state: list(rows).count(state) for state in set(rows)}


@pytest.fixture
def crowd(join, verify):
    people = [join(handle=f"asker_{letter}", display_name=letter) for letter in "abcdef"]
    for one in people:
        verify(one)
    return people


def test_of_many_who_sign_up_at_once_as_many_have_a_place_as_there_are(sitting, asks, crowd):
    refused = at_once(*(lambda one=one: asks(one, sitting) for one in crowd))

    assert refused == []
    assert state_counts(sitting) == {"queued": 2, "waiting": 4}


def test_one_who_signs_up_twice_at_once_has_one_turn(sitting, asks, amara):
    refused = at_once(*(lambda: asks(amara, sitting) for _ in range(3)))

    assert refused == ["SignedUpAlready"] * 2
    assert state_counts(sitting) == {"queued": 1}


def test_two_who_withdraw_at_once_leave_two_places_for_those_who_wait(sitting, asks, crowd, now):
    for minutes, one in enumerate(crowd):
        asks(one, sitting, at=now + timedelta(minutes=minutes))

    at_once(
        *(lambda one=one: office_hours.withdraw(sitting.pk, by=one, now=now) for one in crowd[:2])
    )

    assert state_counts(sitting) == {"left": 2, "queued": 2, "waiting": 2}
    moved = Turn.objects.filter(sitting=sitting, state="queued").values_list("profile", flat=True)
    assert set(moved) == {one.pk for one in crowd[2:4]}


def test_a_turn_in_several_queues_at_once_is_counted(offer, asks, amara):
    sittings = list(offer(repeat=Repeat.WEEKLY).sittings.all())

    refused = at_once(*(lambda one=one: asks(amara, one) for one in sittings))

    assert refused == ["TooManyTurns"]
    assert Turn.objects.filter(profile=amara, state="queued").count() == 3


def test_the_last_place_of_a_mentor_goes_to_one_offer(osei, begin, eilidh, now):
    new = NewHours(first_at=now + timedelta(days=2), zone="UTC", places=1)

    refused = at_once(
        *(lambda: office_hours.offer_hours(new, by=osei, now=now) for _ in range(2)),
        begin,
        lambda: begin(eilidh),
    )

    assert refused == ["NoRoom", "NoRoom"]


def test_ending_them_and_calling_one_date_off_at_once_waits_for_each_other(
    offer, asks, osei, amara, now
):
    hours = offer(repeat=Repeat.WEEKLY)
    first = hours.sittings.order_by("starts_at").first()
    asks(amara, first)

    at_once(
        lambda: office_hours.end_hours(hours.pk, by=osei, now=now),
        lambda: office_hours.cancel_sitting(first.pk, by=osei, now=now),
        lambda: office_hours.tend_hours(now=now),
    )

    assert OfficeHours.objects.get(pk=hours.pk).state == "ended"
    assert set(hours.sittings.values_list("state", flat=True)) == {"cancelled"}
    assert state_counts(first) == {"over": 1}
