"""Many want the last place at once, on connections of their own: one gets it."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from corridor.mentoring import queries
from corridor.mentoring.actions import NoRoom, end_relationship
from corridor.mentoring.choices import Ending, State
from corridor.mentoring.models import Relationship, RoleSpan
from corridor.people.choices import Kind

pytestmark = [
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
    ),
    pytest.mark.django_db(transaction=True),
]


def test_eight_who_come_at_once_share_two_places(begin, osei, join):
    people = [join(handle=f"mentee_{letter}", display_name=letter) for letter in "abcdefgh"]
    ready, refused = Barrier(len(people)), []

    def come(mentee):
        ready.wait(timeout=30)
        try:
            begin(mentee)
        except NoRoom:
            refused.append(mentee.pk)
        finally:
            connection.close()

    threads = [Thread(target=come, args=[one]) for one in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert len(refused) == 6
    assert Relationship.objects.count() == 2
    assert queries.places_left(osei, Kind.MENTORSHIP) == 0


def test_a_role_is_never_added_to_what_ends_meanwhile(together, begin, amara, osei, now):
    ready = Barrier(2)

    def in_thread(do):
        def run():
            ready.wait(timeout=30)
            try:
                do()
            finally:
                connection.close()

        return Thread(target=run)

    threads = [
        in_thread(lambda: begin(role=Kind.COACHING)),
        in_thread(lambda: end_relationship(together.pk, by=amara, ending=Ending.STOPPED, now=now)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    ended = RoleSpan.objects.filter(relationship__state=State.ENDED, ended_at=None)
    assert not ended.exists()
    assert Relationship.objects.filter(pk=together.pk, state=State.ENDED).exists()
