"""Keys that SQLite finds rows by at once; see `kernel.keys`."""

from importlib import import_module
from typing import Any

import django.db.models.deletion
from django.db import migrations

from corridor.kernel.keys import SharedKey, SnowflakeKey

SEARCH = import_module("corridor.posts.migrations.0005_search_by_words_of_posts")


def keep_searching(apps: Any, schema_editor: Any) -> None:
    """SQLite has to make tables anew, and its triggers go with the old ones."""
    if schema_editor.connection.vendor != "sqlite":
        return
    for statement in SEARCH.SQLITE:
        if "CREATE TRIGGER" in statement:
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0014_notes_endorsements_and_lists"),
        ("posts", "0008_places_in_private_threads"),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, keep_searching, elidable=True),
        migrations.AlterField(
            model_name="attachment", name="id", field=SnowflakeKey(serialize=False)
        ),
        migrations.AlterField(model_name="boost", name="id", field=SnowflakeKey(serialize=False)),
        migrations.AlterField(
            model_name="figures",
            name="profile",
            field=SharedKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="figures",
                serialize=False,
                to="people.profile",
            ),
        ),
        migrations.AlterField(model_name="post", name="id", field=SnowflakeKey(serialize=False)),
        migrations.RunPython(keep_searching, migrations.RunPython.noop, elidable=True),
    ]
