"""Apps listen to a really started server: Mastodon.py by events, another one by a socket."""

import json
import queue
import shutil
import sqlite3
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from contextlib import closing

import pytest
from mastodon import Mastodon, StreamListener
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.served import environment, free_port, started, wait_for

SOON = 20


@pytest.fixture(scope="module")
def server(tmp_path_factory, migrated_file):
    """Addresses of the pages and of what is told live, the database, and tokens."""
    folder = tmp_path_factory.mktemp("live")
    port, live = free_port(), free_port()
    surroundings = environment(folder) | {"PORT": str(port), "STREAMING_PORT": str(live)}
    shutil.copy(migrated_file, folder / "corridor.sqlite3")
    seeded = subprocess.run(
        [sys.executable, "-m", "tests.mastodon_api.streaming.installation"],
        check=True,
        env=surroundings,
        capture_output=True,
        text=True,
    )
    with started("serve", "--port", str(port), env=surroundings):
        pages, streams = f"http://localhost:{port}", f"ws://localhost:{live}/api/v1/streaming"
        wait_for(lambda: answers(f"{pages}/api/v1/instance") and answers(health(streams)))
        yield pages, streams, folder / "corridor.sqlite3", json.loads(seeded.stdout)


def health(streams):
    return f"http{streams.removeprefix('ws')}/health"


def answers(url):
    try:
        with urllib.request.urlopen(url) as page:  # noqa: S310 - our own server
            return page.status == 200
    except OSError:
        return False


@pytest.fixture
def app(server):
    pages, _streams, _database, tokens = server
    return lambda handle: Mastodon(
        access_token=tokens[handle], api_base_url=pages, version_check_mode="none"
    )


class Heard(StreamListener):
    def __init__(self):
        self.events = queue.Queue()
        self.is_open = threading.Event()

    def handle_heartbeat(self):
        """The first of them says that the stream is open."""
        self.is_open.set()

    def on_update(self, status):
        self.events.put(("update", status["content"]))

    def on_delete(self, status_id):
        self.events.put(("delete", str(status_id)))

    def on_notification(self, notification):
        self.events.put((notification["type"], notification["account"]["acct"]))


def test_mastodon_py_hears_a_post_its_deletion_and_what_concerns_her(app):
    heard = Heard()
    listening = app("amara").stream_user(heard, run_async=True)
    assert heard.is_open.wait(SOON)
    osei = app("osei")

    post = osei.status_post("Blocks on Thursday", visibility="private")
    told = [heard.events.get(timeout=SOON)]  # what is gone before it is told is only gone
    osei.status_delete(post)
    osei.status_post("@amara see you", visibility="direct")
    told += [heard.events.get(timeout=SOON) for _ in range(2)]

    listening.close()
    assert told == [
        ("update", "<p>Blocks on Thursday</p>"),
        ("delete", str(post["id"])),
        ("mention", "osei"),
    ]


def test_a_socket_subscribes_and_unsubscribes(server, app):
    _pages, streams, _database, tokens = server
    with connect(f"{streams}?access_token={tokens['amara']}") as socket:
        socket.send(json.dumps({"type": "subscribe", "stream": "hashtag", "tag": "Exam"}))
        socket.send(json.dumps({"type": "subscribe", "stream": "public"}))
        socket.send(json.dumps({"type": "unsubscribe", "stream": "public"}))
        socket.send(json.dumps({"type": "nonsense"}))
        refused = json.loads(socket.recv(timeout=SOON))
        app("osei").status_post("Nothing of it here")
        app("osei").status_post("The #exam is over")
        told = json.loads(socket.recv(timeout=SOON))

    assert refused == {"error": "Unknown message type", "status": 400}
    assert told["stream"] == ["hashtag", "exam"]
    assert told["event"] == "update"
    assert "is over" in json.loads(told["payload"])["content"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/user", 401),
        ("/user?access_token=nobody", 401),
        ("/hashtag?access_token={}", 400),
        ("/hashtag?tag=%00&access_token={}", 400),
        ("/list?list=99999999999999999999&access_token={}", 400),
        ("/list?list=4711&access_token={}", 401),
        ("/nowhere?access_token={}", 404),
    ],
)
def test_what_cannot_be_listened_to_is_refused(server, path, status):
    _pages, streams, _database, tokens = server
    url = f"http{streams.removeprefix('ws')}{path}".format(tokens["amara"])

    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(url)  # noqa: S310

    assert refused.value.code == status
    assert "error" in json.loads(refused.value.read())


def test_a_list_is_heard_by_its_owner_alone(server, app):
    _pages, streams, _database, tokens = server
    kept = app("amara").list_create("Anaesthesia")
    app("amara").list_accounts_add(kept, [app("osei").me().id])
    wish = json.dumps({"type": "subscribe", "stream": "list", "list": str(kept.id)})

    with connect(f"{streams}?access_token={tokens['osei']}") as theirs:
        theirs.send(wish)
        refused = json.loads(theirs.recv(timeout=SOON))
    with connect(f"{streams}?access_token={tokens['amara']}") as hers:
        hers.send(wish)
        hers.send(json.dumps({"type": "nonsense"}))
        hers.recv(timeout=SOON)  # that it is nonsense: it listens by now
        app("osei").status_post("For a list")
        told = json.loads(hers.recv(timeout=SOON))

    assert refused == {"error": "Not authorized to stream this list", "status": 401}
    assert (told["stream"], told["event"]) == (["list", str(kept.id)], "update")


def test_who_asks_the_pages_is_led_there(server):
    pages, _streams, _database, _tokens = server

    assert answers(f"{pages}/api/v1/streaming/health")


def test_a_token_taken_back_closes_what_is_open_and_tells_nothing_more(server, app):
    _pages, streams, database, tokens = server
    with connect(f"{streams}?stream=user&access_token={tokens['osei']}") as socket:
        app("osei").status_post("Still there")
        assert json.loads(socket.recv(timeout=SOON))["event"] == "update"
        with closing(sqlite3.connect(database, timeout=20)) as rows:
            rows.execute(
                "DELETE FROM oauth2_provider_accesstoken WHERE user_id ="
                " (SELECT id FROM people_account WHERE email = 'osei@example.org')"
            )
            rows.commit()

        with pytest.raises(ConnectionClosed):
            socket.recv(timeout=SOON)
