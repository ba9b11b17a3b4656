"""Two whom the programme matched."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from corridor.programmes.actions import matches
from corridor.programmes.models import Consequence, Counted
from tests.programmes.consequences.stage import RULES
from tests.web.applying.conftest import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def pair(match_of, dr_osei, now):
    """Amara and Dr Osei, whom the programme matched."""
    match = match_of("amara_nwosu")
    matches.accept_match(match_id=match.pk, side="mentor", by=dr_osei, now=now)
    match.refresh_from_db()
    mail.outbox.clear()
    return match.relationship


@pytest.fixture
def resting(pair, change, programme, amara, dr_osei):
    """Amara has a break of a month, after four meetings that she called off."""
    change(**RULES)
    now = timezone.now()
    for day in range(4):
        at = now - timedelta(days=day + 1)
        Counted.objects.create(
            programme=programme,
            profile=amara,
            kind="late",
            source=day,
            other=dr_osei,
            happened_at=at,
            counts_from=at,
        )
    return Consequence.objects.create(
        programme=programme,
        profile=amara,
        step="resting",
        since=now - timedelta(hours=1),
        rests_until=now + timedelta(days=30),
    )
