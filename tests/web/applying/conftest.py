from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.programmes.models import Round
from tests.programmes.applying.conftest import *  # noqa: F403 - pytest finds fixtures by name
from tests.programmes.stage import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def round_now(autumn):
    """Open today by the clock of the server, too."""
    today = timezone.localdate()
    Round.objects.filter(pk=autumn.pk).update(
        opens_on=today - timedelta(days=10),
        closes_on=today + timedelta(days=20),
        starts_on=today + timedelta(days=40),
        ends_on=today + timedelta(days=200),
    )
    autumn.refresh_from_db()
    return autumn
