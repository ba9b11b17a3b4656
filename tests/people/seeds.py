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
    if KEPT not in item.config.stash or "transactional_db" not in item.fixturenames:
        return
    with item.config.stash[BLOCKER].unblock():
        for name, rows in item.config.stash[KEPT].items():
            apps.get_model("people", name).objects.bulk_create(rows, ignore_conflicts=True)
