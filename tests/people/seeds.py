"""Rows that migrations enter, and that tests on a live server sweep away with everything else."""

from time import sleep

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import DEFAULT_DB_ALIAS, OperationalError
from django.test import TransactionTestCase

SEEDED = (
    "contenttypes.ContentType",
    "people.Question",
    "people.Option",
    "people.EmailDomain",
)
KEPT = pytest.StashKey[dict]()
BLOCKER = pytest.StashKey()


def keep_seeds(config, blocker):
    """Once, when the database of this process has just been made."""
    with blocker.unblock():
        rows = {name: list(apps.get_model(name).objects.all()) for name in SEEDED}
    config.stash[KEPT], config.stash[BLOCKER] = rows, blocker
    TransactionTestCase._fixture_teardown = _sweep  # noqa: SLF001 - Django has no setting for it


def _sweep(_case):
    """Django would let every app write anew what `keep_seeds` has read, which takes much longer.

    A browser that has been closed may have asked for one thing more, whose request still holds
    rows while the tables are emptied: one of the two gives way, and it may be the sweep.
    """
    for wait in (0.2, 1, 5, None):
        try:
            _empty_every_table()
        except CommandError as failed:
            if wait is None or not isinstance(failed.__cause__, OperationalError):
                raise
            sleep(wait)
        else:
            return


def _empty_every_table():
    quietly = {"verbosity": 0, "interactive": False, "inhibit_post_migrate": True}
    call_command("flush", database=DEFAULT_DB_ALIAS, reset_sequences=False, **quietly)


def bring_back_seeds(item):
    """After a test that emptied every table: the next test finds what an installation has."""
    if KEPT not in item.config.stash or not _swept(item):
        return
    with item.config.stash[BLOCKER].unblock():
        for name, rows in item.config.stash[KEPT].items():
            apps.get_model(name).objects.bulk_create(rows, ignore_conflicts=True)


def _swept(item):
    marker = item.get_closest_marker("django_db")
    is_marked = marker is not None and marker.kwargs.get("transaction", False)
    return is_marked or bool({"live_server", "transactional_db"} & set(item.fixturenames))
