"""The database has the shape that the models describe."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_no_migration_is_missing(capsys):
    call_command("makemigrations", check_changes=True, dry_run=True)

    assert "No changes detected" in capsys.readouterr().out


def test_migrations_are_named_for_their_purpose():
    migrations = Path("corridor").glob("*/migrations/[0-9]*.py")

    assert [str(path) for path in migrations if re.search("_auto_|_initial", path.name)] == []
