"""A server in processes of its own, as people run it."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60
COMMAND = [sys.executable, "-m", "corridor.cli.main"]


def environment(folder):
    return os.environ | {
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/corridor.sqlite3",
        "DJANGO_SETTINGS_MODULE": "corridor.config.settings",
        "PYTHONPATH": str(Path.cwd()),
    }


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def started(*words, env):
    env = {name: word for name, word in env.items() if name != "DJANGO_SETTINGS_MODULE"}
    running = subprocess.Popen([*COMMAND, *words], env=env, start_new_session=True)  # noqa: S603
    yield running
    running.terminate()
    try:
        running.wait(timeout=PATIENCE)
    finally:
        running.kill()


def wait_for(happens):
    until = time.monotonic() + PATIENCE
    while not (found := happens()):
        assert time.monotonic() < until
        time.sleep(0.2)
    return found
