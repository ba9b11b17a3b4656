"""A query of the ORM made into text once, and asked again with other values.

Making the SQL of a timeline takes the ORM far longer than the database takes to answer. What is
asked stays written in one place, among the `queries` of its context; here it is made with a set
of stand-ins and with another, and where the two differ belongs to the value that stood there. A
query that makes something else of a value than itself cannot be compiled, and says so.

What is written so is in `writing`.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Generic, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, Error, connection, connections
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators

from corridor.kernel.compiled.joins import leave_out_needless
from corridor.kernel.compiled.once import asked_once

PLACE = re.compile(r"%s|%%")
PLAIN = re.compile(r"[a-z_]*\Z")
DAY = " day"
SEVERAL = "several"
LARGEST = (1 << 63) - 1
SIZES = (1, 4, 16, 64)
"""Numbers of values that are asked for at once."""
Row = Sequence[Any]
Adapt = Callable[[Any], Any]
M = TypeVar("M", bound=Model)


class CannotBeCompiled(Exception):
    """There is a value in the query that is computed from those it is given."""


@dataclass(frozen=True)
class Statement:
    """What is no query of rows: `writing` makes them."""

    sql: str
    params: Sequence[Any]


class Compiled:
    """`Compiled(build, viewer=int, now=datetime)`: asked with values of those names."""

    def __init__(self, build: Callable[..., QuerySet[Any, Any] | Statement], **kinds: type) -> None:
        ones, others = _stand_ins(kinds, 1), _stand_ins(kinds, 2)
        self._built = build(**ones)
        made, again = _statement(self._built), _statement(build(**others))
        if made.sql != again.sql:
            raise CannotBeCompiled(made.sql)
        self._names: list[str] = []
        known = list(zip(_adapted(ones), _adapted(others), strict=True))
        pairs = zip(made.params, again.params, strict=True)
        places = iter([self._place(one, other, known) for one, other in pairs])
        text = PLACE.sub(lambda found: "%" if found[0] == "%%" else next(places), made.sql)
        self.sql = asked_once(text)
        self.statement = self.sql.encode()
        self._adapters = [_adapter(name, kinds) for name in self._names]

    def rows(self, values: Mapping[str, Any], database: Any = None) -> list[Row]:
        """As the database hands them over. Raises Django's DatabaseError.

        `database`: Django's connection, if it is at hand.
        """
        given = [adapt(values[name]) for name, adapt in self._adapters]
        if database is None:
            return _fetch_here(self.sql, self.statement, given)
        return fetch(self.sql, self.statement, given, database)

    def run(self, **values: Any) -> int:
        """Of a statement that writes: how many rows it wrote."""
        given = [adapt(values[name]) for name, adapt in self._adapters]
        return write(self.sql, self.statement, given)

    def _place(self, one: Any, other: Any, known: Sequence[tuple[Any, Any]]) -> str:
        if one == other:
            return _literal(one)
        for (name, value), (_, again) in known:
            if value == one and again == other:
                if name not in self._names:
                    self._names.append(name)
                return numbered(self._names.index(name) + 1)
        raise CannotBeCompiled(repr(one))


class CompiledPieces(Compiled):
    """Some of the rows that `build` orders: from where and how many are values too. As part of the
    text they would make a statement of each piece, and a database keeps all that it was told.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], **kinds: type) -> None:
        super().__init__(build, **kinds)
        limit, offset = (numbered(len(self._names) + place) for place in (1, 2))
        self.sql += f" LIMIT {limit} OFFSET {offset}"
        self.statement = self.sql.encode()
        self._adapters += [_adapter(name, {name: int}) for name in ("limit", "offset")]

    def piece(self, piece: slice, values: Mapping[str, Any]) -> list[Row]:
        """`piece` has a beginning and an end."""
        place = {"limit": piece.stop - piece.start, "offset": piece.start}
        return self.rows({**values, **place})


class CompiledRows(Compiled):
    """Rows as the ORM hands them over: moments with their zone, booleans as such."""

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], **kinds: type) -> None:
        super().__init__(build, **kinds)
        rows = cast("QuerySet[Any, Any]", self._built)
        self._compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        self._compiler.as_sql()
        columns = [column[0] for column in self._compiler.select[: self._compiler.col_count]]
        self._converters = self._compiler.get_converters(columns)

    def told(self, **values: Any) -> list[Any]:
        return list(self._compiler.apply_converters(self.rows(values), self._converters))


class CompiledObjects(CompiledRows, Generic[M]):
    """Objects of the model, with those that `select_related` names."""

    def __init__(self, build: Callable[..., QuerySet[M]], **kinds: type) -> None:
        super().__init__(build, **kinds)
        select, known = self._compiler.select, self._compiler.klass_info
        self._model: type[M] = known["model"]
        self._place_of = slice(known["select_fields"][0], known["select_fields"][-1] + 1)
        self._columns = [column[0].target.attname for column in select[self._place_of]]
        # The stubs are those of Django 6.
        self._related = get_related_populators(known, select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]

    def objects(self, **values: Any) -> list[M]:
        return [self._object(row) for row in self.told(**values)]

    def first(self, **values: Any) -> M | None:
        found = self.objects(**values)
        return found[0] if found else None

    def _object(self, row: Row) -> M:
        one = self._model.from_db(DEFAULT_DB_ALIAS, self._columns, row[self._place_of])
        for related in self._related:
            related.populate(row, one)
        return one


class CompiledSeveral(Generic[M]):
    """For as many values as there are: filled up to one of a few numbers, and asked in pieces.

    `CompiledSeveral(CompiledRows, build, int, now=datetime)`: `build` gets a list, and the rest.
    """

    def __init__(
        self, what: type[Compiled], build: Callable[..., Any], kind: type, /, **kinds: type
    ) -> None:
        @lru_cache
        def compiled(size: int) -> Any:
            names = [f"{SEVERAL}{number}" for number in range(size)]

            def asked(**values: Any) -> Any:
                return build([values.pop(name) for name in names], **values)

            return what(asked, **dict.fromkeys(names, kind), **kinds)

        self._compiled = compiled

    def rows(self, several: Iterable[Any], /, **values: Any) -> list[Row]:
        pieces = self._pieces(several)
        return [row for query, some in pieces for row in query.rows({**some, **values})]

    def told(self, several: Iterable[Any], /, **values: Any) -> list[Any]:
        return [
            row for query, some in self._pieces(several) for row in query.told(**some, **values)
        ]

    def run(self, several: Iterable[Any], /, **values: Any) -> int:
        return sum(query.run(**some, **values) for query, some in self._pieces(several))

    def objects(self, several: Iterable[Any], /, **values: Any) -> list[M]:
        pieces = self._pieces(several)
        return [one for query, some in pieces for one in query.objects(**some, **values)]

    def _pieces(self, several: Iterable[Any]) -> Iterable[tuple[Any, Mapping[str, Any]]]:
        waiting = list(several)
        for start in range(0, len(waiting), SIZES[-1]):
            some = waiting[start : start + SIZES[-1]]
            size = next(size for size in SIZES if size >= len(some))
            some += some[-1:] * (size - len(some))
            yield self._compiled(size), {f"{SEVERAL}{n}": one for n, one in enumerate(some)}


def _fetch_here(sql: str, statement: bytes, given: Sequence[Any]) -> list[Row]:
    """Of Django's connection of this thread.

    Django asks each connection once in a request whether it still answers. What is asked first
    tells that as well; reading bears being done twice.
    """
    here: Any = connections[DEFAULT_DB_ALIAS]
    here.ensure_connection()
    try:
        found = fetch(sql, statement, given, here)
    except Error:
        here.close_if_health_check_failed()
        if here.connection is not None:
            raise
        here.ensure_connection()
        return fetch(sql, statement, given, here)
    here.health_check_done = True
    return found


def fetch(sql: str, statement: bytes, given: Sequence[Any], asked: Any) -> list[Row]:
    """`asked`: Django's connection. Raises Django's DatabaseError."""
    if asked.queries_logged:
        _log(asked, sql)
    try:
        if asked.vendor == "sqlite":
            found: list[Row] = asked.connection.execute(sql, given).fetchall()
            return found
        return _fetch_postgresql(asked, statement, given)
    except asked.Database.Error:
        with asked.wrap_database_errors:
            raise


def _fetch_postgresql(asked: Any, statement: bytes, given: Sequence[Any]) -> list[Row]:
    known = _postgresql()
    if known.is_between_transactions(asked.connection):
        return cast("list[Row]", known.ask(asked.connection, statement, given))
    with _cursor(asked, statement, given) as cursor:
        return cast("list[Row]", cursor.fetchall())


def write(sql: str, statement: bytes, given: Sequence[Any]) -> int:
    """How many rows it wrote. Raises Django's DatabaseError."""
    asked = _ready()
    if asked.queries_logged:
        _log(asked, sql)
    asked.validate_no_broken_transaction()
    with asked.wrap_database_errors:
        if asked.vendor == "sqlite":
            return int(asked.connection.execute(sql, given).rowcount)
        with _cursor(asked, statement, given) as cursor:
            return int(cursor.rowcount)


def _ready() -> Any:
    """Django's connection of this thread, as its cursors make it ready."""
    ready = connections[DEFAULT_DB_ALIAS]
    ready.close_if_health_check_failed()
    ready.ensure_connection()
    return ready


def _log(asked: Any, sql: str) -> None:
    asked.queries_log.append({"sql": sql, "time": ""})


def _cursor(asked: Any, statement: bytes, given: Sequence[Any]) -> Any:
    return _postgresql().RawCursor(asked.connection).execute(statement, given, prepare=True)


@cache
def _postgresql() -> Any:
    """What asks that database, read where it is used: SQLite has no use for psycopg."""
    return import_module("corridor.kernel.compiled.postgresql")


def _statement(built: QuerySet[Any, Any] | Statement) -> Statement:
    if isinstance(built, Statement):
        return built
    made = Statement(*built.query.sql_with_params())
    if leave_out_needless(built.query, made.sql):
        return Statement(*built.query.sql_with_params())
    return made


def _stand_ins(kinds: Mapping[str, type], turn: int) -> dict[str, Any]:
    """Values that nothing else in a query has."""
    counted = enumerate(kinds.items(), start=1)
    return {name: _stand_in(kind, 10 * number + turn) for number, (name, kind) in counted}


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
    is_in_file = connection.vendor == "sqlite"
    if name.endswith(DAY):
        return name.removesuffix(DAY), _day_as_text if is_in_file else _day
    if kinds[name] is datetime:
        return name, _moment_as_text if is_in_file else connection.ops.adapt_datetimefield_value
    if kinds[name] is int:
        return name, _bounded if is_in_file else _bounded_and_wide()
    return name, kinds[name]


def _bounded(value: Any) -> Any:
    """Of a number that no database keeps, the last that it would: people type any number."""
    number = int(value)
    return number if -LARGEST <= number <= LARGEST else max(-LARGEST, min(LARGEST, number))


def _bounded_and_wide() -> Adapt:
    int8 = _postgresql().Int8
    return lambda value: int8(_bounded(value))


def wide(value: Any) -> Any:
    """PostgreSQL would take each size of number for a statement of its own."""
    if connection.vendor != "postgresql":
        return value
    return _postgresql().Int8(value)


def _moment(value: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(value)


def _day(value: datetime) -> Any:
    return connection.ops.adapt_datefield_value(value.date())


@lru_cache(maxsize=64)
def _moment_as_text(value: datetime) -> Any:
    """Of several queries of one request it is the same."""
    if value.tzinfo is UTC:
        return str(value.replace(tzinfo=None))  # as Django does, whose way there is longer
    return _moment(value)


@lru_cache(maxsize=64)
def _day_as_text(value: datetime) -> str:
    return str(value.date())


def _literal(value: Any) -> str:
    """A value that never differs: known, it helps the database to choose its way."""
    if isinstance(value, int):
        return str(value if isinstance(value, bool) else int(value))
    if isinstance(value, str) and PLAIN.match(value):
        return f"'{value}'"
    raise CannotBeCompiled(repr(value))


def numbered(place: int) -> str:
    return f"?{place}" if connection.vendor == "sqlite" else f"${place}"
