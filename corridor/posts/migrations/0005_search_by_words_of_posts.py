"""The search by words: FTS5 on SQLite, a column of lexemes on PostgreSQL.

As the directory of people has it.
"""

from typing import Any

from django.db import migrations


SQLITE = (
    """
    CREATE VIRTUAL TABLE posts_searchwords USING fts5(
        words, content='posts_searchentry', content_rowid='post_id',
        tokenize='ascii', prefix='2 3', detail='none', columnsize=0
    )
    """,
    """
    CREATE TRIGGER posts_searchwords_came AFTER INSERT ON posts_searchentry BEGIN
        INSERT INTO posts_searchwords(rowid, words) VALUES (new.post_id, new.words);
    END
    """,
    """
    CREATE TRIGGER posts_searchwords_went AFTER DELETE ON posts_searchentry BEGIN
        INSERT INTO posts_searchwords(posts_searchwords, rowid, words)
        VALUES ('delete', old.post_id, old.words);
    END
    """,
    """
    CREATE TRIGGER posts_searchwords_changed AFTER UPDATE ON posts_searchentry BEGIN
        INSERT INTO posts_searchwords(posts_searchwords, rowid, words)
        VALUES ('delete', old.post_id, old.words);
        INSERT INTO posts_searchwords(rowid, words) VALUES (new.post_id, new.words);
    END
    """,
)
SQLITE_UNDO = (
    "DROP TRIGGER posts_searchwords_changed",
    "DROP TRIGGER posts_searchwords_went",
    "DROP TRIGGER posts_searchwords_came",
    "DROP TABLE posts_searchwords",
)
POSTGRESQL = (
    """
    ALTER TABLE posts_searchentry ADD COLUMN lexemes tsvector
        GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED
    """,
    "CREATE INDEX posts_searchentry_lexemes ON posts_searchentry USING gin (lexemes)",
)
POSTGRESQL_UNDO = ("ALTER TABLE posts_searchentry DROP COLUMN lexemes",)


def make(apps: Any, schema_editor: Any) -> None:
    of_vendor = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
    for statement in of_vendor[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def undo(apps: Any, schema_editor: Any) -> None:
    of_vendor = {"sqlite": SQLITE_UNDO, "postgresql": POSTGRESQL_UNDO}
    for statement in of_vendor[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("posts", "0004_words_of_posts")]

    operations = [migrations.RunPython(make, undo)]
