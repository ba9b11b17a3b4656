"""Conditions said so that PostgreSQL plans them well."""

from typing import Any

from django.db import connection
from django.db.models import BooleanField, Exists, F, Func, Q, QuerySet, Subquery


def outside(column: str, rows: QuerySet[Any, Any]) -> Q:
    """As a condition; true where the column holds nothing. `rows` depend on no row outside.

    PostgreSQL takes `NOT IN (SELECT …)` for true in every second row. With three of them it
    reads a whole timeline to be sure of twenty posts; of an array it guesses right.
    """
    if connection.vendor == "postgresql":
        return Q(_Outside(F(column), Subquery(rows)))
    return ~Q(**{f"{column}__in": rows})


def row_by_row(condition: Exists) -> Exists:
    """For what is asked about a page of rows, not about a whole table.

    PostgreSQL counts the rows of a timeline before the page is cut, and finds it cheaper then to
    read all kudos that somebody ever gave into a hash table than to look up those for each post.
    A subquery with an offset it does not make into such a table.
    """
    if connection.vendor == "postgresql":
        condition = condition.copy()
        condition.extra = {"template": "EXISTS(%(subquery)s OFFSET 0)"}
    return condition


class _Outside(Func):
    output_field = BooleanField()

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """Found by its name; no other database is asked so. Its type is for `compiled.once`."""
        del extra
        column, rows = self.get_source_expressions()
        kind = column.output_field.db_type(connection)
        said, of_column = compiler.compile(column)
        asked, of_rows = compiler.compile(rows)
        sql = f"({said} IS NULL OR {said} <> ALL(ARRAY{asked}::{kind}[]))"
        return sql, [*of_column, *of_column, *of_rows]
