"""Primary keys that SQLite finds rows by without an index beside the table.

Only a column whose type reads exactly `integer` is the number of its row
(https://www.sqlite.org/lang_createtable.html#rowid); Django makes other whole numbers `bigint`,
which costs a second search each time. PostgreSQL has `bigint` for both.
"""

from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

ROW_NUMBER = "integer"

if TYPE_CHECKING:
    Set = TypeVar("Set")
    Get = TypeVar("Get")

    class SnowflakeKey(models.BigIntegerField[Set, Get]): ...

    class SharedKey(models.OneToOneField[Set, Get]): ...

else:

    class SnowflakeKey(models.BigIntegerField):
        """A number of `kernel.ids`."""

        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **{**named, "primary_key": True})

        def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
            return ROW_NUMBER if connection.vendor == "sqlite" else super().db_type(connection)

    class SharedKey(models.OneToOneField):
        """The key of the row that this one belongs to, where Django numbers those itself."""

        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **{**named, "primary_key": True})

        def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
            return ROW_NUMBER if connection.vendor == "sqlite" else super().db_type(connection)
