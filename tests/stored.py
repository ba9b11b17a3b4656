"""What a database holds, as whoever copied it would read it."""

from django.apps import apps
from django.db import connection

QUESTIONS = {"people_question", "people_option"}
"""What is asked is no secret: options stand there by name, for everybody."""


def every_stored_value():
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    return every_value_of(*sorted(tables - QUESTIONS))


def every_value_of(*tables):
    for table in tables:
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - own names
            for row in cursor.fetchall():
                yield from map(_as_bytes, row)


def _as_bytes(value):
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
