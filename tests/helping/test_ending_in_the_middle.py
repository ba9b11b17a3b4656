"""She ends it while a helper is at something: that is done whole and written down, or refused."""

from threading import Event, Thread

import pytest
from django.db import connection, transaction

from corridor.helping import actions, queries
from corridor.helping.actions import guard
from corridor.helping.choices import Deed
from corridor.people.models import Block

pytestmark = [
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
    ),
    pytest.mark.django_db(transaction=True),
]


def done(amara):
    return [one.deed.deed for one in queries.done_for(amara)][:-1]  # without that he agreed


def in_thread(do):
    def run():
        try:
            do()
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    return thread


@pytest.fixture
def pause(monkeypatch):
    """`pause.reached` once a helper is about to block somebody; it waits for `pause.over`."""

    class Pause:
        reached, over = Event(), Event()

    block = guard.people.block

    def slowly(**named):
        Pause.reached.set()
        Pause.over.wait(timeout=30)
        block(**named)

    monkeypatch.setattr(guard.people, "block", slowly)
    return Pause


def test_what_he_is_at_is_done_whole_before_it_ends(helper, amara, dr_osei, mallory, now, pause):
    acting = in_thread(lambda: actions.block_for(helper.pk, who=mallory, by=dr_osei, now=now))
    assert pause.reached.wait(timeout=30)
    ending = in_thread(lambda: actions.end_helper(helper.pk, by=amara, now=now))
    ending.join(timeout=0.5)
    has_waited = ending.is_alive()
    pause.over.set()
    for thread in (acting, ending):
        thread.join(timeout=60)

    assert has_waited
    assert Block.objects.filter(blocker=amara, blocked=mallory).exists()
    assert done(amara) == [Deed.BLOCKED]
    with pytest.raises(actions.NoHelper):
        actions.mute_for(helper.pk, who=mallory, by=dr_osei, now=now)


def test_what_he_begins_meanwhile_is_refused(helper, amara, dr_osei, mallory, now):
    refused = []

    def act():
        try:
            actions.block_for(helper.pk, who=mallory, by=dr_osei, now=now)
        except actions.NoHelper:
            refused.append(True)

    with transaction.atomic():
        actions.end_helper(helper.pk, by=amara, now=now)
        acting = in_thread(act)  # he begins before it is committed, and waits for it
        acting.join(timeout=0.5)
        has_waited = acting.is_alive()
    acting.join(timeout=60)

    assert has_waited
    assert refused == [True]
    assert not Block.objects.exists()
    assert done(amara) == []
