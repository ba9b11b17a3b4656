"""Run as people run it: in a process of its own, where nothing is set up beforehand."""

import os
import socket
import subprocess
import sys

import pytest

from corridor.cli.main import main

PEOPLES = {name: word for name, word in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
"""The command finds its settings by itself, and loads none where it needs none."""


@pytest.fixture
def corridor(tmp_path):
    def run(*words):
        return subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "corridor.cli.main", *words],
            capture_output=True,
            text=True,
            check=False,
            env=PEOPLES | {"DATA_DIR": str(tmp_path)},
        )

    return run


def test_a_port_in_use_is_named_in_a_plain_sentence(corridor):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = corridor("serve", "--port", str(port))

    assert done.returncode == 1
    assert done.stderr == f"Port {port} is in use; choose another: PORT=8123 make run.\n"


def test_every_subcommand_is_listed_with_a_sentence(corridor):
    done = corridor("--help")

    assert done.returncode == 0
    assert "Serve Corridor on this computer." in done.stdout
    assert "Create or update the database." in done.stdout


def test_what_is_no_port_is_refused_in_a_sentence(corridor):
    done = corridor("serve", "--port", "abc")

    assert done.returncode == 2
    assert "“abc” is no port; a number from 1 to 65535 is expected" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("port", ["99999", "0"])
def test_so_is_a_number_that_is_none(port, capsys):
    with pytest.raises(SystemExit) as refused:
        main(["serve", "--port", port])

    assert refused.value.code == 2
    assert f"“{port}” is no port; a number from 1 to 65535 is expected" in capsys.readouterr().err


def test_a_reader_who_has_had_enough_is_no_error(tmp_path):
    words = [sys.executable, "-m", "corridor.cli.main", "match", "--help"]
    with subprocess.Popen(  # noqa: S603 - our own command
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=PEOPLES
    ) as running:
        running.stdout.close()
        _, errors = running.communicate()

    assert "Traceback" not in errors
