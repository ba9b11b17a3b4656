"""A reader who takes nothing holds nothing up, and a quiet stream says that it is there."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from corridor.mastodon_api.streaming import application
from corridor.mastodon_api.streaming.application import MOST_WAITING, Connection, converse, stream
from corridor.mastodon_api.streaming.channels import channel_of
from corridor.mastodon_api.streaming.listeners import Message

USER = channel_of("user", {})
NEWS = Message(channel=USER, event="update", payload="{}")


class Quiet:
    """A hub in which nothing happens."""

    def __init__(self):
        self.listeners = []

    def add(self, listener):
        self.listeners.append(listener)

    def remove(self, listener):
        self.listeners.remove(listener)


@pytest.fixture
def hub(monkeypatch):
    quiet = Quiet()
    monkeypatch.setattr(application, "hub", quiet)
    return quiet


def in_a_loop(doing):
    """Of its own: browsers keep one in the thread of the tests."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(asyncio.run, asyncio.wait_for(doing, timeout=20)).result()


async def silent():
    await asyncio.sleep(3600)


async def takes_nothing(message):
    del message
    await asyncio.sleep(3600)


def test_for_whom_too_much_waits_the_stream_ends():
    connection = Connection(caller=None)

    for _ in range(MOST_WAITING + 10):
        connection.tell(NEWS)

    assert connection.is_closed
    assert connection.waiting.qsize() == MOST_WAITING + 1


@pytest.mark.parametrize("how", [stream, converse])
def test_whoever_takes_nothing_is_dropped(how, hub, monkeypatch):
    monkeypatch.setattr(application, "SLOWEST", 0.02)
    connection = Connection(caller=None)
    connection.tell(NEWS)

    in_a_loop(how(connection, silent, takes_nothing))

    assert hub.listeners == []


def test_a_quiet_stream_says_that_it_is_there(hub, monkeypatch):
    monkeypatch.setattr(application, "HEARTBEAT", 0.01)
    connection, taken = Connection(caller=None), []

    async def take(message):
        taken.append(message.get("body"))
        if len(taken) == 4:
            connection.close()

    in_a_loop(stream(connection, silent, take))

    assert taken[1:4] == [b":)\n", b":thump\n", b":thump\n"]
    assert hub.listeners == []


def test_a_quiet_socket_says_that_it_is_there(hub, monkeypatch):
    monkeypatch.setattr(application, "HEARTBEAT", 0.01)
    connection, taken = Connection(caller=None), []

    async def take(message):
        taken.append(message)
        connection.close()

    in_a_loop(converse(connection, silent, take))

    assert json.loads(taken[0]["text"]) == {"stream": [], "event": "heartbeat", "payload": ""}
    assert taken[-1]["type"] == "websocket.close"
    assert hub.listeners == []
