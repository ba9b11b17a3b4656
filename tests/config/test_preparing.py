"""A second start does nothing that the first one did already."""

import os
import subprocess

import pytest
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.migrations.recorder import MigrationRecorder

from corridor.cli.main import main
from corridor.config.preparing import make_ready_where_needed
from tests.served import COMMAND, free_port
from tests.thoroughly import thoroughly

SHEET = "body { color: black }"


@pytest.fixture
def sheet(tmp_path, settings, db):
    """An installation whose only static file is this one."""
    del db
    source = tmp_path / "sources"
    source.mkdir()
    (source / "page.css").write_text(SHEET)
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "static"
    return source / "page.css"


@pytest.fixture
def started(monkeypatch):
    """The commands that are started in processes of their own; none is."""
    commands = []

    def note(command, *, check):
        commands.append(command[3:])
        return subprocess.CompletedProcess(command, 3)

    monkeypatch.setattr(subprocess, "run", note)
    # The transaction of a test would end with its connection.
    monkeypatch.setattr(connections[DEFAULT_DB_ALIAS], "close", lambda: None)
    return commands


def test_what_is_missing_is_made_once(sheet, settings, capsys):
    assert main(["prepare"]) == 0
    said = capsys.readouterr().out
    assert main(["prepare"]) == 0

    assert said == "Gathering static files ...\n"
    assert (settings.STATIC_ROOT / "page.css").read_text() == SHEET
    assert capsys.readouterr().out == ""


def test_no_process_is_started_where_all_is_there(sheet, started):
    main(["prepare"])

    assert make_ready_where_needed(with_demo=False) == 0
    assert started == []


def test_a_static_file_that_changed_is_gathered_again(sheet, settings, started):
    main(["prepare"])
    sheet.write_text("body { color: white }")
    later = sheet.stat().st_mtime + 60
    os.utime(sheet, (later, later))

    status = make_ready_where_needed(with_demo=False)

    assert (status, started) == (3, [["prepare"]])
    main(["prepare"])
    assert (settings.STATIC_ROOT / "page.css").read_text() == "body { color: white }"


def test_a_migration_that_is_new_is_noticed(sheet, started):
    main(["prepare"])
    MigrationRecorder(connection).migration_qs.filter(app="posts").earliest("pk").delete()

    assert make_ready_where_needed(with_demo=False) == 3
    assert started == [["prepare"]]


def test_where_nobody_is_a_demo_is_made(sheet, started):
    main(["prepare"])

    assert make_ready_where_needed(with_demo=True) == 3
    assert started == [["prepare", "--demo"]]


def test_among_people_of_a_real_server_it_says_why_there_is_none(sheet, started, join, capsys):
    main(["prepare"])
    join(handle="kofi", display_name="Kofi Mensah")
    capsys.readouterr()

    assert make_ready_where_needed(with_demo=True) == 0
    assert started == []
    assert capsys.readouterr().out == "No demo here: the database has people of its own.\n"


@thoroughly
def test_without_a_database_the_server_says_so_and_does_not_start(tmp_path):
    url = f"sqlite:///{tmp_path}/nowhere/corridor.sqlite3"
    env = os.environ | {"DATA_DIR": str(tmp_path), "DATABASE_URL": url}
    del env["DJANGO_SETTINGS_MODULE"]
    words = [*COMMAND, "serve", "--demo", "--port", str(free_port())]

    done = subprocess.run(words, capture_output=True, text=True, check=False, env=env)  # noqa: S603

    assert done.returncode == 1
    assert done.stderr == "The database cannot be used: unable to open database file\n"
