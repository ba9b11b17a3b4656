"""The last place of a mentor, and of a circle, when several want it on connections of their own."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from corridor.mentoring import queries
from corridor.mentoring.actions import NoRoom, circles
from corridor.mentoring.models import Seat
from corridor.people.choices import Kind

pytestmark = [
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
    ),
    pytest.mark.django_db(transaction=True),
]


def at_once(*deeds):
    ready, refused = Barrier(len(deeds)), []

    def run(deed):
        ready.wait(timeout=30)
        try:
            deed()
        except NoRoom:
            refused.append(deed)
        finally:
            connection.close()

    threads = [Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return len(refused)


def test_circles_and_mentees_share_the_two_places_of_a_mentor(
    form, begin, says_yes, osei, eilidh, mallory
):
    formed = [form(), form(), form()]

    refused = at_once(
        *(lambda one=one: says_yes(osei, one) for one in formed),
        *(lambda one=one: begin(one) for one in (eilidh, mallory)),
    )

    assert refused == 3
    assert queries.carried_in(osei, Kind.MENTORSHIP) == 2


def test_many_who_ask_at_once_are_offered_the_one_place_that_is_free(
    form, osei, amara, sam, join, now
):
    formed = form(members=(amara, sam))
    people = [join(handle=f"asker_{letter}", display_name=letter) for letter in "abcdef"]

    at_once(*(lambda one=one: circles.ask_for_seat(formed.pk, by=one, now=now) for one in people))

    asked = Seat.objects.filter(circle=formed, profile__in=people)
    assert asked.filter(state="invited").count() == 1
    assert asked.filter(state="waiting").count() == 5
