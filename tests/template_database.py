"""The database as migrations leave it, made once; every process of tests copies it.

To migrate takes longer than most folders of tests; to copy takes no time. A template is known by
the migrations of all apps: where one changes, the next run makes another.
"""

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.apps import apps
from django.db import connection
from django.db.backends.signals import connection_created
from psycopg import sql


@dataclass(frozen=True)
class FileTemplate:
    """A file of SQLite in the cache of pytest."""

    path: Path

    def is_made(self) -> bool:
        return self.path.exists()

    @property
    def url(self) -> str:
        return f"sqlite:///{self._unfinished}"

    def begin(self) -> None:
        for left_over in self.path.parent.glob("*.sqlite3*"):
            left_over.unlink()

    def finish(self) -> None:
        with closing(sqlite3.connect(self._unfinished)) as rows:
            rows.execute("PRAGMA journal_mode=DELETE")  # what lies in memory has no log beside it
        self._unfinished.rename(self.path)

    @property
    def _unfinished(self) -> Path:
        return self.path.with_suffix(".sqlite3-unfinished")


@dataclass(frozen=True)
class ServerTemplate:
    """A database of PostgreSQL beside those of the tests; its comment says what it is made of."""

    url: str
    digest: str

    @property
    def name(self) -> str:
        return urlsplit(self.url).path.removeprefix("/")

    def is_made(self) -> bool:
        asked = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
        with self._server() as server:
            return server.execute(asked, [self.name]).fetchone() == (self.digest,)

    def begin(self) -> None:
        self._tell("DROP DATABASE IF EXISTS {name}")
        self._tell("CREATE DATABASE {name}")

    def finish(self) -> None:
        self._tell("COMMENT ON DATABASE {name} IS {digest}")

    def _tell(self, command: str) -> None:
        told = sql.SQL(command).format(name=sql.Identifier(self.name), digest=self.digest)
        with self._server() as server:
            server.execute(told)

    def _server(self) -> psycopg.Connection:
        url = urlsplit(self.url)._replace(path="/postgres")
        return psycopg.connect(url.geturl(), autocommit=True)


def file_template(folder: Path) -> FileTemplate:
    return FileTemplate(folder / f"{_digest()}.sqlite3")


def template_of_tests(folder: Path) -> FileTemplate | ServerTemplate:
    if connection.vendor == "sqlite":
        return file_template(folder)
    url = urlsplit(os.environ["DATABASE_URL"])
    url = url._replace(path=f"/test_{url.path.removeprefix('/')}_template")
    return ServerTemplate(url.geturl(), _digest())


def make(template: FileTemplate | ServerTemplate, folder: Path) -> None:
    """Returns once it is there, whichever process makes it."""
    with _alone(folder):
        if template.is_made():
            return
        template.begin()
        subprocess.run(
            [sys.executable, "-m", "corridor.cli.main", "migrate"],
            check=True,
            capture_output=True,
            env=os.environ
            | {
                "DATABASE_URL": template.url,
                "DJANGO_SETTINGS_MODULE": "corridor.config.settings",
                "PYTHONPATH": str(Path.cwd()),
            },
        )
        template.finish()


def start_from(template: FileTemplate | ServerTemplate) -> None:
    """The database that Django is about to make for tests is a copy, and needs no migrations."""
    settings = connection.settings_dict["TEST"]
    settings["MIGRATE"] = False
    if isinstance(template, ServerTemplate):
        settings["TEMPLATE"] = template.name
        return

    def fill(connection, **_signal):
        connection_created.disconnect(fill)
        with closing(sqlite3.connect(template.path)) as rows:
            rows.backup(connection.connection)

    connection_created.connect(fill, weak=False)


def _digest() -> str:
    folders = sorted(Path(app.path, "migrations") for app in apps.get_app_configs())
    found = hashlib.sha256()
    for path in (path for folder in folders for path in sorted(folder.glob("*.py"))):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
