"""Tables as this version needs them; from nothing at once, instead of every step on the way.

Django applies each migration to a drawing of all models as they were then, which by now takes a
minute; where there is no row yet, only the end matters. What migrations do besides tables (words
that the search is made of, rows to begin with) is done here too, unless they say `elidable=True`:
it only brings over rows that an older version left. `tests/cli/test_new_database.py` compares
both ways.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations import Migration, RunPython
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model
from django.utils import timezone

from corridor.people.actions import refresh_missing
from corridor.programmes.actions.answering import open_missing_accounts

if TYPE_CHECKING:
    from django.db.migrations.state import StateApps

OURS = "corridor."


def bring_up_to_date(*, verbosity: int) -> None:
    if is_new():
        make_tables()
    call_command("migrate", interactive=False, verbosity=verbosity)
    refresh_missing()
    open_missing_accounts(now=timezone.now())


def is_new() -> bool:
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
    recorded = MigrationRecorder.Migration._meta.db_table
    return tables <= {recorded} and not MigrationRecorder(connection).applied_migrations()


def make_tables() -> None:
    """All of it or nothing; to be asked only of a database that `is_new`."""
    loader = MigrationLoader(connection)
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    with connection.schema_editor(atomic=True) as editor:
        for model in _models(loader.migrated_apps):
            editor.create_model(model)
        for statement in editor.deferred_sql:
            editor.execute(statement)
        editor.deferred_sql.clear()
        for migration in _in_order(loader):
            for step in _needed_from_nothing(migration):
                step.code(cast("StateApps", apps), editor)  # there is no other state than today's
            recorder.record_applied(migration.app_label, migration.name)


def _models(labels: set[str]) -> Iterator[type[Model]]:
    for app in apps.get_app_configs():
        if app.label in labels:
            yield from (model for model in app.get_models() if model._meta.can_migrate(connection))


def _in_order(loader: MigrationLoader) -> Iterator[Migration]:
    done: set[tuple[str, str]] = set()
    for leaf in loader.graph.leaf_nodes():
        for key in loader.graph.forwards_plan(leaf):
            if key not in done:
                done.add(key)
                yield loader.graph.nodes[key]


def _needed_from_nothing(migration: Migration) -> Iterator[RunPython]:
    if migration.__module__.startswith(OURS):
        for step in migration.operations:
            if isinstance(step, RunPython) and not step.elidable:
                yield step
