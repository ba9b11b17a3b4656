"""PostgreSQL asked once more what it was asked before.

psycopg looks at each statement anew, and hands its answer over piece by piece; what is compiled
does not change, and its answer is short. Asked so, a small question takes half the time here.
Only between transactions: a statement that is not known any more ends the one it is in.
"""

from collections.abc import Sequence
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from psycopg import Connection, RawCursor
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import FeatureNotSupported, InvalidSqlStatementName, error_from_result
from psycopg.pq import ExecStatus, TransactionStatus
from psycopg.types.numeric import Int8

__all__ = ["Int8", "RawCursor", "ask", "is_between_transactions"]

_names: WeakKeyDictionary[Connection[Any], dict[bytes, bytes]] = WeakKeyDictionary()
"""Of a connection, under which names it knows statements."""
_numbers = count()
FORGOTTEN = (InvalidSqlStatementName, FeatureNotSupported)
"""psycopg has a connection forget all statements after some errors; migrations change tables."""


def is_between_transactions(connection: Connection[Any]) -> bool:
    """Without `autocommit` one begins with whatever is asked next."""
    is_idle = connection.pgconn.transaction_status == TransactionStatus.IDLE
    return connection.autocommit and is_idle


def ask(connection: Connection[Any], statement: bytes, given: Sequence[Any]) -> list[Any]:
    """Raises psycopg's Error."""
    known = _names.setdefault(connection, {})
    try:
        return _ask(connection, known, statement, given)
    except FORGOTTEN:
        if statement not in known:
            raise
        known.clear()
    return _ask(connection, known, statement, given)


def _ask(
    connection: Connection[Any], known: dict[bytes, bytes], statement: bytes, given: Sequence[Any]
) -> list[Any]:
    line, adapting = connection.pgconn, Transformer(connection)
    values: Any = adapting.dump_sequence(given, [PyFormat.TEXT] * len(given))
    name = known.get(statement)
    if name is None:
        name = b"compiled_%d" % next(_numbers)
        _checked(connection, line.prepare(name, statement, adapting.types), ExecStatus.COMMAND_OK)
        known[statement] = name
    answer = line.exec_prepared(name, values)
    adapting.set_pgresult(_checked(connection, answer, ExecStatus.TUPLES_OK))
    return adapting.load_rows(0, answer.ntuples, tuple)


def _checked(connection: Connection[Any], answer: Any, wanted: ExecStatus) -> Any:
    if answer.status != wanted:
        raise error_from_result(answer, encoding=connection.info.encoding)
    return answer
