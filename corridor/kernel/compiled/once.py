"""Sets of ids that a statement asks for at several places, asked for once.

Who is hidden from a reader stands in a home timeline twice: for authors, and for those who passed
on. To the ORM these are two questions, and PostgreSQL does not see that they are the same.
"""

import re
from collections.abc import Iterator

ARRAY = re.compile(r"(?<!\w)ARRAY\(")
CAST = re.compile(r"::[a-z]+\[\]")
MARK = re.compile(r"""'[^']*'|"[^"]*"|[()]""")


def asked_once(sql: str) -> str:
    """Of a statement whose values are numbered already, since it puts the sets in front.

    Those are arrays that say their type: `query_plans.outside` makes them of what depends on no
    row outside.
    """
    if not sql.startswith("SELECT"):
        return sql
    several = [array for array in dict.fromkeys(_arrays(sql)) if sql.count(array) > 1]
    if not several:
        return sql
    for place, array in enumerate(several):
        kind = CAST.findall(array)[-1]
        sql = sql.replace(array, f'(SELECT "set{place}" FROM "asked_once"){kind}')  # noqa: S608 - both are of the statement
    sets = ", ".join(f'{array} AS "set{place}"' for place, array in enumerate(several))
    return f'WITH "asked_once" AS MATERIALIZED (SELECT {sets}) {sql}'


def _arrays(sql: str) -> Iterator[str]:
    """With their types; none within another."""
    end = 0
    for found in ARRAY.finditer(sql):
        if found.start() < end:
            continue
        typed = CAST.match(sql, _closed(sql, found.end()))
        if typed:
            end = typed.end()
            yield sql[found.start() : end]


def _closed(sql: str, start: int) -> int:
    """Behind the bracket that closes the one before `start`."""
    depth = 1
    for mark in MARK.finditer(sql, start):
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
        if not depth:
            return mark.end()
    raise ValueError(sql)
