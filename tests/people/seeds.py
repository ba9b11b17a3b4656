"""Rows that migrations enter, and that tests on a live server sweep away with everything else."""

import pytest
from django.apps import apps

SEEDED = ("Question", "Option", "EmailDomain")
KEPT = pytest.StashKey[dict]()
BLOCKER = pytest.StashKey()


def keep_seeds(config, blocker):
    """Once, when the database of this process has just been made."""
    with blocker.unblock():
        rows = {name: list(apps.get_model("people", name).objects.all()) for name in SEEDED}
    config.stash[KEPT], config.stash[BLOCKER] = rows, blocker


def bring_back_seeds(item):
    """After a test that emptied every table: the next test finds what an installation has."""
    if KEPT not in item.config.stash or not _swept(item):
        return
    with item.config.stash[BLOCKER].unblock():
        for name, rows in item.config.stash[KEPT].items():
            apps.get_model("people", name).objects.bulk_create(rows, ignore_conflicts=True)


def _swept(item):
    marker = item.get_closest_marker("django_db")
    is_marked = marker is not None and marker.kwargs.get("transaction", False)
    return is_marked or bool({"live_server", "transactional_db"} & set(item.fixturenames))
