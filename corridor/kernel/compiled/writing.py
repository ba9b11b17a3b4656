"""What is written again and again, made into text once: see `asking`.

`Compiled(lambda post: updating(Post.objects.filter(pk=post), ...), post=int).run(post=7)`.
"""

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import AutoField, Model, QuerySet
from django.db.models.sql import DeleteQuery, UpdateQuery

from corridor.kernel.compiled.asking import Statement, numbered, wide, write

AT_ONCE = 100
M = TypeVar("M", bound=Model)


def updating(rows: QuerySet[Any, Any], **values: Any) -> Statement:
    """As `rows.update(**values)`."""
    query = rows.query.chain(UpdateQuery)
    query.add_update_values(values)  # type: ignore[attr-defined]  # the stubs take it for the old
    return Statement(*query.get_compiler(DEFAULT_DB_ALIAS).as_sql())


def deleting(rows: QuerySet[Any, Any]) -> Statement:
    """These rows alone: of a model that no other holds on to."""
    query = rows.query.chain(DeleteQuery)
    query.clear_ordering(force=True)
    return Statement(*query.get_compiler(DEFAULT_DB_ALIAS).as_sql())


class Insert(Generic[M]):
    """New rows of a model. Numbers that the database gives them are not asked for."""

    def __init__(
        self, model: type[M], *, unless_there: bool = False, replacing: Sequence[str] = ()
    ) -> None:
        """`replacing`: the columns that tell which row it is; the others are written anew."""
        self._model = model
        self._unless_there = unless_there
        self._key = replacing

    def write(self, rows: Sequence[M]) -> int:
        """How many there are now that were not, or were otherwise."""
        return sum(
            self._write(rows[start : start + AT_ONCE]) for start in range(0, len(rows), AT_ONCE)
        )

    def _write(self, rows: Sequence[M]) -> int:
        given = [_adapted(field, row) for row in rows for field in self._fields]
        sql, statement = self._texts(len(rows))
        written = write(sql, statement, given)
        for row in rows:
            row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS  # noqa: SLF001 - as the ORM
        return written

    @cached_property
    def _fields(self) -> Sequence[Any]:
        meta = self._model._meta
        return [one for one in meta.local_concrete_fields if not isinstance(one, AutoField)]

    @cached_property
    def _texts(self) -> Callable[[int], tuple[str, bytes]]:
        quoted = connection.ops.quote_name
        table = quoted(self._model._meta.db_table)
        width = len(self._fields)
        columns = ", ".join(quoted(field.column) for field in self._fields)

        @lru_cache(maxsize=16)
        def texts(count: int) -> tuple[str, bytes]:
            rows = (range(row * width, (row + 1) * width) for row in range(count))
            values = ", ".join(f"({', '.join(numbered(n + 1) for n in row)})" for row in rows)
            sql = f"INSERT INTO {table} ({columns}) VALUES {values}{self._tail()}"  # noqa: S608 - of the model
            return sql, sql.encode()

        return texts

    def _tail(self) -> str:
        if self._unless_there:
            return " ON CONFLICT DO NOTHING"
        if not self._key:
            return ""
        quoted = connection.ops.quote_name
        key = [quoted(one.column) for one in self._fields if one.name in self._key]
        others = [quoted(one.column) for one in self._fields if one.name not in self._key]
        anew = ", ".join(f"{column} = excluded.{column}" for column in others)
        return f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {anew}"


def _adapted(field: Any, row: Model) -> Any:
    value = field.get_db_prep_save(field.pre_save(row, add=True), connection)
    return wide(value) if type(value) is int else value
