"""`corridor serve` as people run it: everything starts with it and ends with it."""

import os
import shutil
import signal
import sqlite3
import subprocess
import urllib.request
from contextlib import closing, suppress

import pytest

from tests.served import PATIENCE, environment, free_port, started, wait_for
from tests.thoroughly import thoroughly, unusual

PAGE = "/api/v1/timelines/public"
"""It needs no style sheets."""


@pytest.fixture
def serving(tmp_path, migrated_file):
    """A server on a port of its own."""
    port = free_port()
    shutil.copy(migrated_file, tmp_path / "corridor.sqlite3")
    ports = {"STREAMING_PORT": str(free_port())}
    with started("serve", "--port", str(port), env=environment(tmp_path) | ports) as running:
        yield running, port, tmp_path / "corridor.sqlite3"


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


@pytest.mark.parametrize("number", [signal.SIGTERM, *unusual(signal.SIGINT)])
def test_one_command_starts_all_parts_and_ends_them(serving, number):
    running, port, database = serving
    wait_for(lambda: answers(port) and worker_signs(database) == 1)
    children = children_of(running.pid)

    running.send_signal(number)

    assert running.wait(timeout=PATIENCE) == 0
    assert len(children) == 2  # pages and streams; we do the rest
    assert not any(is_there(child) for child in children)
    assert worker_signs(database) == 0


def test_they_end_also_where_they_have_just_begun(serving):
    running, _port, database = serving
    while not children_of(running.pid):
        pass

    running.send_signal(signal.SIGTERM)

    assert running.wait(timeout=PATIENCE) == 0
    assert worker_signs(database) == 0


@pytest.mark.parametrize("which", [0, 1])
def test_where_one_dies_the_rest_ends_with_it(serving, which):
    running, port, database = serving
    wait_for(lambda: answers(port) and len(children_of(running.pid)) == 2)
    wait_for(lambda: worker_signs(database) == 1)
    children = children_of(running.pid)

    os.kill(children[which], signal.SIGKILL)

    assert running.wait(timeout=PATIENCE) == 1
    assert not any(is_there(child) for child in children)
    assert worker_signs(database) == 0


@thoroughly
def test_whoever_started_them_being_killed_they_go_too(serving):
    running, port, _database = serving
    wait_for(lambda: answers(port))
    children = children_of(running.pid)

    running.kill()
    running.wait()

    wait_for(lambda: not any(is_there(child) for child in children))
