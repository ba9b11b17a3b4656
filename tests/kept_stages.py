"""What fixtures wrote for one test is written again for the next, without being worked out anew.

Many tests begin on the same stage: people join, apply, are matched and told. Where a fixture meets
the very writes that stood before it the last time, its writes are repeated, with its mail and its
value. Only where it did nothing else: what patches, keeps files, reads its request or hands out a
function is done as ever. Only on SQLite, where numbers of rows begin anew with each test;
PostgreSQL, in CI, goes all the way each time.
"""

import pickle
import sqlite3
import sys
from collections.abc import Iterator, MutableMapping, MutableSequence, MutableSet
from dataclasses import dataclass, field
from datetime import date
from inspect import isgeneratorfunction
from io import BytesIO
from time import monotonic
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import connection
from django.db.backends.sqlite3.base import SQLiteCursorWrapper
from django.db.models import Model, QuerySet

from corridor.safety import moderators_known
from corridor.safety.models import Moderator

LASTS = 30
"""Seconds. What a stage says of the time of day is as old where a machine is slow."""
UNSEEN = {"monkeypatch", "request", "settings", "tmp_path"}
"""A fixture that asks for these may do what no write shows."""
READING = ("SELECT", "PRAGMA", "BEGIN", "EXPLAIN")
PLAIN = (str, int, date)
REMEMBERING = (Iterator, MutableSequence, MutableMapping, MutableSet)
REFUSED = (pickle.PicklingError, AttributeError, TypeError)
"""What pickle says of functions, clients and queries."""


@dataclass(frozen=True)
class Write:
    sql: str
    given: Any = ()


@dataclass
class Journal:
    """The writes of this test so far that were not taken back, and whom its fixtures handed out."""

    is_open: bool = False
    writes: list[Write] = field(default_factory=list)
    sums: list[int] = field(default_factory=lambda: [0])
    """Of the writes up to each; where sums are equal, so are stages."""
    marks: dict[str, int] = field(default_factory=dict)
    rows: dict[str, Model] = field(default_factory=dict)
    unseen: frozenset[Any] = frozenset()
    """Fixtures of this test that may have done what no write shows."""
    is_next: "Stage | None" = None

    def note(self, sql: str, given: Any = ()) -> None:
        match sql.split('"')[:2]:
            case ["SAVEPOINT ", name]:
                self.marks[name] = len(self.writes)
            case ["ROLLBACK TO SAVEPOINT ", name]:
                del self.writes[self.marks[name] :], self.sums[self.marks[name] + 1 :]
            case ["RELEASE SAVEPOINT ", _]:
                pass
            case _:
                self.writes.append(Write(sql, given))
                self.sums.append(hash((self.sums[-1], sql, repr(given))))

    def enter(self, name: str, value: Any) -> None:
        found = value.items() if isinstance(value, dict) else [("", value)]
        self.rows |= {f"{name} {key}": one for key, one in found if isinstance(one, Model)}


@dataclass(frozen=True)
class Stage:
    """What a fixture did."""

    writes: list[Write]
    value: bytes
    """With the mail that went out."""
    mail_from: int
    """How many letters went out before and are still there: some fixtures sweep them."""
    changed: dict[str, bytes]
    """Of rows that were there before."""
    kept_at: float

    def again(self) -> Any:
        for write in self.writes:
            connection.connection.execute(write.sql, write.given).fetchall()
        if any(Moderator._meta.db_table in write.sql for write in self.writes):
            moderators_known.forget()
        value, sent = _loaded(self.value)
        del mail.outbox[self.mail_from :]
        mail.outbox += sent
        for name, facts in self.changed.items():
            vars(journal.rows[name]).update(_loaded(facts))
        return value


SETTINGS = settings._wrapped  # noqa: SLF001 - a test that overrides some has others
journal = Journal()
stages: dict[Any, Stage] = {}
never_kept: set[Any] = set()
"""Fixtures that do what cannot be repeated."""


class WatchedCursor(SQLiteCursorWrapper):
    """What Django writes."""

    def execute(self, query, params=None):
        answer = super().execute(query, params)
        if journal.is_open and not query.startswith(READING):
            self._note(query, params)
        return answer

    def executemany(self, query, param_list):
        given = list(param_list)
        answer = super().executemany(query, given)
        for params in given if journal.is_open else ():
            self._note(query, params)
        return answer

    def _note(self, query, params):
        sql = query if params is None else self.convert_query(query)
        journal.note(sql, () if params is None else params)


class WatchedConnection(sqlite3.Connection):
    """What we compiled ourselves is written without Django's cursor."""

    def cursor(self, factory=WatchedCursor):
        return super().cursor(WatchedCursor if factory is SQLiteCursorWrapper else factory)

    def execute(self, sql, given=()):
        answer = super().execute(sql, given)
        if journal.is_open and not sql.startswith(READING):
            journal.note(sql, given)
        return answer


def watch(config) -> None:
    if connection.vendor == "sqlite" and not settings.REDIS_URL:
        connection.settings_dict["OPTIONS"]["factory"] = WatchedConnection
        config.pluginmanager.register(sys.modules[__name__])


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Before its fixtures."""
    marker = item.get_closest_marker("django_db")
    is_marked = marker is not None and marker.kwargs.get("transaction", False)
    sweeps = is_marked or bool({"live_server", "transactional_db"} & set(item.fixturenames))
    if sweeps:
        stages.clear()  # numbers of rows will not begin where they did
    journal.__init__(is_open=not sweeps)


@pytest.hookimpl(specname="pytest_fixture_setup", wrapper=True)
def pytest_keep(fixturedef, request):
    if not journal.is_open:
        return (yield)
    if UNSEEN & set(fixturedef.argnames) or isgeneratorfunction(fixturedef.func):
        journal.unseen |= {fixturedef.func}
    beginning = _beginning(fixturedef, request) if _may_be_kept(fixturedef) else None
    journal.is_next = _fresh(stages.get(beginning))
    if beginning is None:
        value = yield
    elif journal.is_next:
        yield
        value = fixturedef.cached_result[0]
    else:
        value = yield from _watched(fixturedef.func, beginning)
    journal.enter(fixturedef.argname, value)
    return value


@pytest.hookimpl(specname="pytest_fixture_setup", tryfirst=True)
def pytest_repeat(fixturedef, request):
    """Returns nothing where the fixture has to do it, as pytest wants it."""
    if journal.is_next is None:
        return None
    value = journal.is_next.again()
    fixturedef.cached_result = (value, fixturedef.cache_key(request), None)
    return True


def _may_be_kept(fixturedef):
    return (
        fixturedef.scope == "function"
        and not fixturedef.params
        and fixturedef.func not in journal.unseen | never_kept
        and fixturedef.func.__module__.startswith("tests.")
        and settings._wrapped is SETTINGS  # noqa: SLF001 - as above
    )


def _beginning(fixturedef, request):
    """The writes so far, and what else the fixture is given; None where that may change unseen."""
    given = [request.getfixturevalue(name) for name in fixturedef.argnames]
    if any(_remembers(one) for one in given):
        return None
    told = (_told(one) for one in given)
    return fixturedef.func, journal.sums[-1], journal.unseen, *told


def _told(one, depth=3):
    """A plain value; of a function what it is made of, such as the day that it takes for today."""
    if isinstance(one, PLAIN):
        return one
    if depth == 0 or not hasattr(one, "__code__"):
        return type(one)
    cells = [cell.cell_contents for cell in one.__closure__ or ()]
    held = [*cells, *(one.__defaults__ or ()), *(one.__kwdefaults__ or {}).values()]
    return one.__code__, *(_told(each, depth - 1) for each in held)


def _remembers(one):
    """A function that counts, or keeps a list."""
    cells = [cell.cell_contents for cell in getattr(one, "__closure__", None) or ()]
    return any(isinstance(held, REMEMBERING) or _remembers(held) for held in cells)


def _fresh(stage):
    return stage if stage and monotonic() < stage.kept_at + LASTS else None


def _watched(func, beginning):
    at, letters, outside = len(journal.writes), list(mail.outbox), _outside()
    before = _facts()
    value = yield
    if len(journal.writes) == at or _outside() != outside:
        return value
    start = len(letters) if mail.outbox[: len(letters)] == letters else 0
    try:
        told = _dumped((value, mail.outbox[start:]))
    except REFUSED:
        never_kept.add(func)
        return value
    changed = {name: facts for name, facts in _facts().items() if facts != before[name]}
    stages[beginning] = Stage(journal.writes[at:], told, start, changed, monotonic())
    return value


def _facts():
    """Of rows that were handed out, which a fixture may change."""
    return {name: _dumped(vars(row), but=name) for name, row in journal.rows.items()}


def _outside():
    """What fixtures may leave besides rows and mail."""
    return len(cache._cache), default_storage.changes  # noqa: SLF001 - there is no other way to ask


class _Dump(pickle.Pickler):
    """Rows that are there already go by their name: whoever has one has the same one."""

    def __init__(self, kept, *, but):
        super().__init__(kept)
        self._names = {id(row): name for name, row in journal.rows.items() if name != but}

    def reducer_override(self, one):
        """Asked of objects; `persistent_id` would be asked of every text and number as well."""
        if isinstance(one, QuerySet):
            raise pickle.PicklingError("It would be asked now.")
        name = self._names.get(id(one))
        return NotImplemented if name is None else (_handed_out, (name,))


def _handed_out(name):
    return journal.rows[name]


def _dumped(value, *, but=""):
    kept = BytesIO()
    _Dump(kept, but=but).dump(value)
    return kept.getvalue()


def _loaded(kept):
    return pickle.loads(kept)  # noqa: S301 - it never left this process
