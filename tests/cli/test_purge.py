"""`corridor purge`, as a timer runs it."""

from datetime import UTC, datetime, timedelta

import pytest

from corridor.cli import main
from corridor.people import actions
from corridor.people.models import Profile

LONG_AGO = datetime.now(UTC) - timedelta(days=15)


@pytest.mark.django_db
def test_purge_deletes_whose_two_weeks_are_over_and_nobody_else(amara, mallory, capsys):
    actions.ask_to_leave(profile=amara, by=amara, now=LONG_AGO)
    actions.ask_to_leave(profile=mallory, by=mallory, now=LONG_AGO + timedelta(days=10))

    assert main.main(["purge"]) == 0

    assert "1 person left." in capsys.readouterr().out
    assert list(Profile.objects.values_list("handle", flat=True)) == ["mallory_crane"]
