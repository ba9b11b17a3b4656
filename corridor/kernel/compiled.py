"""A query of the ORM made into text once, and asked again with other values.

Making the SQL of a timeline takes the ORM far longer than the database takes to answer. What is
asked stays written in one place, among the `queries` of its context; here it is made with a set
of stand-ins and with another, and where the two differ belongs to the value that stood there. A
query that makes something else of a value than itself cannot be compiled, and says so.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import QuerySet

PLACE = re.compile(r"%s|%%")
PLAIN = re.compile(r"[a-z_]*\Z")
DAY = " day"
NOTHING_MORE: Mapping[str, Any] = {}
Row = Sequence[Any]
Adapt = Callable[[Any], Any]


class CannotBeCompiled(Exception):
    """There is a value in the query that is computed from those it is given."""


class Compiled:
    """`Compiled(build, viewer=int, now=datetime)`: asked with values of those names."""

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], **kinds: type) -> None:
        ones, others = _stand_ins(kinds, 1), _stand_ins(kinds, 2)
        sql, params = build(**ones).query.sql_with_params()
        sql_again, params_again = build(**others).query.sql_with_params()
        if sql != sql_again:
            raise CannotBeCompiled(sql)
        self._names: list[str] = []
        known = list(zip(_adapted(ones), _adapted(others), strict=True))
        pairs = zip(params, params_again, strict=True)
        places = iter([self._place(one, other, known) for one, other in pairs])
        self.sql = PLACE.sub(lambda found: "%" if found[0] == "%%" else next(places), sql)
        self.statement = self.sql.encode()
        self._adapters = [_adapter(name, kinds) for name in self._names]
        self._ask = _ask_sqlite if connection.vendor == "sqlite" else _ask_postgresql

    def rows(self, values: Mapping[str, Any], database: Any = None) -> list[Row]:
        """Raises Django's DatabaseError. `database`: Django's connection, if it is at hand."""
        asked = database or _ready()
        given = [adapt(values[name]) for name, adapt in self._adapters]
        if asked.queries_logged:
            asked.queries_log.append({"sql": self.sql, "time": ""})
        with asked.wrap_database_errors:
            return self._ask(self, asked.connection, given)

    def _place(self, one: Any, other: Any, known: Sequence[tuple[Any, Any]]) -> str:
        if one == other:
            return _literal(one)
        for (name, value), (_, again) in known:
            if value == one and again == other:
                if name not in self._names:
                    self._names.append(name)
                return _numbered(self._names.index(name) + 1)
        raise CannotBeCompiled(repr(one))


class CompiledForNumbers:
    """`CompiledForNumbers(build, viewer=int)`: of rows with some numbers, however many.

    Compiled for a few sizes; where there are fewer numbers, the last stands in for the rest.
    """

    SIZES = (1, 20, 40)

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], **kinds: type) -> None:
        """`build(numbers, **values)`"""
        self._build, self._kinds = build, kinds
        self._compiled: dict[int, Compiled] = {}

    def rows(self, numbers: Sequence[int], values: Mapping[str, Any] = NOTHING_MORE) -> list[Row]:
        """Of different numbers, in no order. Raises Django's DatabaseError."""
        found: list[Row] = []
        for start in range(0, len(numbers), self.SIZES[-1]):
            some = numbers[start : start + self.SIZES[-1]]
            size = next(one for one in self.SIZES if len(some) <= one)
            filled = [*some, *[some[-1]] * (size - len(some))]
            named = {f"number{place}": one for place, one in enumerate(filled)}
            found += self._of(size).rows({**values, **named})
        return found

    def _of(self, size: int) -> Compiled:
        if size not in self._compiled:
            names = [f"number{place}" for place in range(size)]

            def build(**values: Any) -> QuerySet[Any, Any]:
                return self._build([values.pop(name) for name in names], **values)

            self._compiled[size] = Compiled(build, **self._kinds, **dict.fromkeys(names, int))
        return self._compiled[size]


def _ready() -> Any:
    """Django's connection of this thread, as its cursors make it ready."""
    ready = connections[DEFAULT_DB_ALIAS]
    ready.close_if_health_check_failed()
    ready.ensure_connection()
    return ready


def _ask_sqlite(query: Compiled, raw: Any, given: Sequence[Any]) -> list[Row]:
    found: list[Row] = raw.execute(query.sql, given).fetchall()
    return found


def _ask_postgresql(query: Compiled, raw: Any, given: Sequence[Any]) -> list[Row]:
    from psycopg import RawCursor  # noqa: PLC0415 - only where that database is used

    with RawCursor(raw) as cursor:
        cursor.execute(query.statement, given, prepare=True)
        return cursor.fetchall()


def _stand_ins(kinds: Mapping[str, type], turn: int) -> dict[str, Any]:
    """Values that nothing else in a query has."""
    numbered = enumerate(kinds.items(), start=1)
    return {name: _stand_in(kind, 10 * number + turn) for number, (name, kind) in numbered}


def _stand_in(kind: type, number: int) -> Any:
    if kind is int:
        return 7_300_000_000_000_000_000 + number
    if kind is datetime:
        return datetime(2200, 1, 1, 1, 2, 3, 456_789, tzinfo=UTC) + timedelta(days=number)
    return f"stand-in-{number}"


def _adapted(values: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """As a query hands them to the database: a moment as itself or as its day."""
    adapted: list[tuple[str, Any]] = []
    for name, value in values.items():
        adapted.append((name, _adapter(name, {name: type(value)})[1](value)))
        if isinstance(value, datetime):
            adapted.append((name + DAY, _day(value)))
    return adapted


def _adapter(name: str, kinds: Mapping[str, type]) -> tuple[str, Adapt]:
    if name.endswith(DAY):
        return name.removesuffix(DAY), _day
    if kinds[name] is datetime:
        return name, _moment
    if kinds[name] is int and connection.vendor == "postgresql":
        from psycopg.types.numeric import Int8  # noqa: PLC0415 - as above

        return name, Int8  # else each size of number is a statement of its own
    return name, kinds[name]


@lru_cache(maxsize=64)
def _moment(value: datetime) -> Any:
    """Of several queries of one request it is the same."""
    return connection.ops.adapt_datetimefield_value(value)


@lru_cache(maxsize=64)
def _day(value: datetime) -> Any:
    return connection.ops.adapt_datefield_value(value.date())


def _literal(value: Any) -> str:
    """A value that never differs: known, it helps the database to choose its way."""
    if isinstance(value, int):
        return str(value if isinstance(value, bool) else int(value))
    if isinstance(value, str) and PLAIN.match(value):
        return f"'{value}'"
    raise CannotBeCompiled(repr(value))


def _numbered(place: int) -> str:
    return f"?{place}" if connection.vendor == "sqlite" else f"${place}"
