"""The search by words: FTS5 on SQLite, a column of lexemes on PostgreSQL.

Both are kept by the database itself. The words are cut and written by
`algorithms.directory.words`, so neither engine's own reading of language takes part.
"""

from typing import Any

from django.db import migrations

SQLITE = (
    """
    CREATE VIRTUAL TABLE people_directorywords USING fts5(
        words, content='people_directoryentry', content_rowid='profile_id',
        tokenize='ascii', prefix='1 2 3', detail='none', columnsize=0
    )
    """,
    """
    CREATE TRIGGER people_directorywords_came AFTER INSERT ON people_directoryentry BEGIN
        INSERT INTO people_directorywords(rowid, words) VALUES (new.profile_id, new.words);
    END
    """,
    """
    CREATE TRIGGER people_directorywords_went AFTER DELETE ON people_directoryentry BEGIN
        INSERT INTO people_directorywords(people_directorywords, rowid, words)
        VALUES ('delete', old.profile_id, old.words);
    END
    """,
    """
    CREATE TRIGGER people_directorywords_changed AFTER UPDATE ON people_directoryentry BEGIN
        INSERT INTO people_directorywords(people_directorywords, rowid, words)
        VALUES ('delete', old.profile_id, old.words);
        INSERT INTO people_directorywords(rowid, words) VALUES (new.profile_id, new.words);
    END
    """,
    "INSERT INTO people_directorywords(people_directorywords) VALUES ('rebuild')",
)
SQLITE_UNDO = (
    "DROP TRIGGER people_directorywords_changed",
    "DROP TRIGGER people_directorywords_went",
    "DROP TRIGGER people_directorywords_came",
    "DROP TABLE people_directorywords",
)
POSTGRESQL = (
    """
    ALTER TABLE people_directoryentry ADD COLUMN lexemes tsvector
        GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED
    """,
    "CREATE INDEX people_directoryentry_lexemes ON people_directoryentry USING gin (lexemes)",
)
POSTGRESQL_UNDO = ("ALTER TABLE people_directoryentry DROP COLUMN lexemes",)


def make(apps: Any, schema_editor: Any) -> None:
    of_vendor = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
    for statement in of_vendor[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def undo(apps: Any, schema_editor: Any) -> None:
    of_vendor = {"sqlite": SQLITE_UNDO, "postgresql": POSTGRESQL_UNDO}
    for statement in of_vendor[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("people", "0008_directory")]

    operations = [migrations.RunPython(make, undo)]
