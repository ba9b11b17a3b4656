"""`corridor serve` as people run it: everything starts with it and ends with it."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing, suppress
from pathlib import Path

import pytest

PATIENCE = 60
PAGE = "/api/v1/timelines/public"
"""It needs no style sheets."""


COMMAND = [sys.executable, "-m", "corridor.cli.main"]


def environment(folder):
    return os.environ | {
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/corridor.sqlite3",
        "DJANGO_SETTINGS_MODULE": "corridor.config.settings",
        "PYTHONPATH": str(Path.cwd()),
    }


@pytest.fixture(scope="module")
def empty_database(tmp_path_factory):
    folder = tmp_path_factory.mktemp("empty")
    subprocess.run(  # noqa: S603 - our own command
        [*COMMAND, "migrate"], check=True, env=environment(folder), capture_output=True
    )
    return folder / "corridor.sqlite3"


@pytest.fixture
def serving(tmp_path, empty_database):
    """A server on a port of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    shutil.copy(empty_database, tmp_path)
    running = subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, "serve", "--port", str(port)],
        env=environment(tmp_path),
        start_new_session=True,
    )
    yield running, port, tmp_path / "corridor.sqlite3"
    running.kill()
    running.wait()


def wait_for(happens):
    until = time.monotonic() + PATIENCE
    while not (found := happens()):
        assert time.monotonic() < until
        time.sleep(0.2)
    return found


def answers(port):
    with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}{PAGE}") as page:
        return page.status == 200
    return False


def worker_signs(database):
    with closing(sqlite3.connect(database)) as rows:
        return rows.execute("SELECT count(*) FROM background_workersign").fetchone()[0]


def children_of(pid):
    found = subprocess.run(  # noqa: S603
        ["ps", "-o", "pid=", "--ppid", str(pid)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    return [int(word) for word in found.stdout.split()]


def is_there(pid):
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_command_starts_pages_and_a_worker_and_ends_both(serving, number):
    running, port, database = serving
    wait_for(lambda: answers(port) and worker_signs(database) == 1)
    children = children_of(running.pid)

    running.send_signal(number)

    assert running.wait(timeout=PATIENCE) == 0
    assert len(children) >= 2
    assert not any(is_there(child) for child in children)
    assert worker_signs(database) == 0


def test_where_one_dies_the_rest_ends_with_it(serving):
    running, port, _database = serving
    wait_for(lambda: answers(port))
    first, *others = children_of(running.pid)

    os.kill(first, signal.SIGKILL)

    assert running.wait(timeout=PATIENCE) == 1
    assert not any(is_there(child) for child in others)


def test_whoever_started_them_being_killed_they_go_too(serving):
    running, port, _database = serving
    wait_for(lambda: answers(port))
    children = children_of(running.pid)

    running.kill()
    running.wait()

    wait_for(lambda: not any(is_there(child) for child in children))
