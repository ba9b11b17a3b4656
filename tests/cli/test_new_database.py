"""A database made at once has what all migrations, one after the other, make of an empty one.

Those take a minute, so only CI compares (`EVERY_LOOK=1`); the file that other tests copy is made
at once, and they all find what they need in it.
"""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from tests.thoroughly import thoroughly

AT_ONCE = ["-m", "corridor.cli.main", "migrate"]
ONE_BY_ONE = ["manage.py", "migrate", "-v0"]
FULL_TEXT = re.compile(r".*words_(config|content|data|docsize|idx)")
"""SQLite's own tables of a search, whose rows are its own business."""


BROADER = {("column", "auth_group_permissions.id")}
"""Numbers of rows that nobody writes: Django's migration says bigint on PostgreSQL."""


@thoroughly
def test_a_database_made_at_once_is_what_migrations_make_of_an_empty_one(two_empty):
    first, second = two_empty

    _make(AT_ONCE, first)
    _make(ONE_BY_ONE, second)

    at_once, one_by_one = _shape(first), _shape(second)
    assert at_once.keys() == one_by_one.keys()
    differ = {name for name in at_once if at_once[name] != one_by_one[name]}
    assert {name: at_once[name] for name in differ - BROADER} == {}


@thoroughly
def test_whoever_has_tables_already_gets_no_second_ones(tmp_path):
    url = f"sqlite:///{tmp_path}/corridor.sqlite3"
    _make(AT_ONCE, url)
    before = _shape(url)

    _make(AT_ONCE, url)

    assert _shape(url) == before


@pytest.fixture
def two_empty(tmp_path) -> Iterator[list[str]]:
    if connection.vendor == "sqlite":
        yield [f"sqlite:///{tmp_path}/{name}.sqlite3" for name in ("at_once", "one_by_one")]
        return
    url = urlsplit(os.environ["DATABASE_URL"])
    names = [f"test_{url.path.removeprefix('/')}_{name}" for name in ("at_once", "one_by_one")]
    with psycopg.connect(url._replace(path="/postgres").geturl(), autocommit=True) as server:
        for name in names:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield [url._replace(path=f"/{name}").geturl() for name in names]
        for name in names:
            server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))


def _make(how: list[str], url: str) -> None:
    subprocess.run(  # noqa: S603 - our own commands
        [sys.executable, *how],
        check=True,
        capture_output=True,
        env=os.environ
        | {
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "corridor.config.settings",
            "PYTHONPATH": str(Path.cwd()),
        },
    )


def _shape(url: str) -> dict[tuple[str, str], object]:
    """Of each table, index and trigger its words in any order, and how many rows there are."""
    if url.startswith("sqlite"):
        return _shape_of_file(url.removeprefix("sqlite:///"))
    return _shape_on_server(url)


def _shape_of_file(path: str) -> dict[tuple[str, str], object]:
    with closing(sqlite3.connect(path)) as rows:
        made = rows.execute(
            "SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        ).fetchall()
        counts = {
            ("rows", name): rows.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608
            for kind, name, _ in made
            if kind == "table" and not FULL_TEXT.fullmatch(name)
        }
    # Columns come in the order they were added, and a key made anew left its old word beside it.
    words = {
        (kind, name): sorted(re.findall(r"\w+|[^\w\s\"]", text.replace("bigint", "integer")))
        for kind, name, text in made
    }
    return words | counts


COLUMNS = """
    SELECT 'column', table_name || '.' || column_name,
        concat_ws(' ', data_type, character_maximum_length, is_nullable, column_default,
                  is_identity, generation_expression)
    FROM information_schema.columns WHERE table_schema = 'public'
"""
CONSTRAINTS = """
    SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
"""
UNIQUE = re.compile(r"_key\b|_[0-9a-f]{8}_uniq\b")
"""How PostgreSQL names what is unique from the start, and Django what became so later."""
INDEXES = "SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"


def _shape_on_server(url: str) -> dict[tuple[str, str], object]:
    with psycopg.connect(url) as rows:
        found = {
            (kind, UNIQUE.sub("", name)): UNIQUE.sub("", text)
            for asked in (COLUMNS, CONSTRAINTS, INDEXES)
            for kind, name, text in rows.execute(asked)
        }
        tables = rows.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in tables.fetchall():
            counted = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))
            found["rows", table] = rows.execute(counted).fetchone()
    return found
