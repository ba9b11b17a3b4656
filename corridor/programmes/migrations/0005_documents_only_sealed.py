"""The open columns go, and what the database file or its free pages still hold of them."""

from typing import Any

from django.db import migrations

SWEEP = {
    "sqlite": "VACUUM",
    "postgresql": "VACUUM FULL programmes_application, programmes_runrecord",
}


def sweep(_: Any, schema_editor: Any) -> None:
    schema_editor.execute(SWEEP[schema_editor.connection.vendor])


class Migration(migrations.Migration):
    # Neither database sweeps inside a transaction.
    atomic = False

    dependencies = [("programmes", "0004_seal_documents")]

    operations = [
        migrations.RemoveField("application", "answers"),
        migrations.RemoveField("runrecord", "given"),
        migrations.RemoveField("runrecord", "outcome"),
        migrations.RemoveField("runrecord", "swaps"),
        migrations.RemoveField("runrecord", "certificate"),
        migrations.RunPython(sweep, migrations.RunPython.noop, elidable=True),
    ]
