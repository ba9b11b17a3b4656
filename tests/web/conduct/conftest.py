"""Two whom the programme matched."""

import pytest
from django.core import mail

from corridor.programmes.actions import matches
from tests.web.applying.conftest import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def pair(match_of, dr_osei, now):
    """Amara and Dr Osei, whom the programme matched."""
    match = match_of("amara_nwosu")
    matches.accept_match(match_id=match.pk, side="mentor", by=dr_osei, now=now)
    match.refresh_from_db()
    mail.outbox.clear()
    return match.relationship
