"""Amara and Dr Osei, who said when they can meet."""

import pytest

from corridor.algorithms.matching.week import Span
from corridor.people.actions import set_free_hours
from tests.mentoring.conftest import *  # noqa: F403 - pytest finds fixtures by name
from tests.mentoring.meetings.arranging import *  # noqa: F403 - as above


@pytest.fixture
def free(amara, osei):
    """Afternoons and evenings of Tuesday and Thursday, hers in London and his in New York."""
    osei.time_zone = "America/New_York"
    osei.save(update_fields=["time_zone"])
    spans = [Span(day, 12 * 60, 22 * 60) for day in ("tue", "thu")]
    for profile in (amara, osei):
        set_free_hours(profile=profile, spans=spans, by=profile)
