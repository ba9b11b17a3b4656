"""With Redis, whoever reads what happened is woken; without it, she looks."""

import os
import threading

import pytest
from django.db import transaction

from corridor.mastodon_api.streaming import waking
from corridor.mastodon_api.streaming.waking import Bell, ring

URL = os.environ.get("REDIS_URL", "")


@pytest.mark.skipif(not URL, reason="REDIS_URL says where none is")
@pytest.mark.django_db(transaction=True)
def test_a_note_wakes_whoever_waits_when_its_transaction_is_done(settings, monkeypatch):
    settings.REDIS_URL = URL
    monkeypatch.setattr(waking, "LONGEST_WAIT", 600)
    bell = Bell()
    bell.wait()  # the first time it only begins to listen
    waiting = threading.Thread(target=bell.wait, daemon=True)
    waiting.start()

    with transaction.atomic():
        ring()

    waiting.join(timeout=60)
    assert not waiting.is_alive()


@pytest.mark.django_db(transaction=True)
def test_a_redis_that_is_gone_stops_nothing(settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"

    ring()
    Bell().wait()


def test_without_redis_it_looks_again_soon(settings):
    settings.REDIS_URL = ""

    ring()
    Bell().wait()
