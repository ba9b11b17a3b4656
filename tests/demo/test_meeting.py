"""Meetings that the demo shows, where Amara and Dr Osei work together."""

from collections import Counter
from datetime import timedelta

from corridor.demo.meeting import meet
from corridor.mentoring import queries
from corridor.mentoring.models import Meeting
from tests.mentoring.conftest import *  # noqa: F403 - pytest finds fixtures by name


def test_the_demo_has_meetings_of_every_kind(begin, amara, osei, now, mailoutbox):
    together = begin(at=now - timedelta(days=150))
    mailoutbox.clear()
    cast = {profile.handle: profile for profile in (amara, osei)}

    meet(cast, now=now)

    assert Counter(Meeting.objects.values_list("state", flat=True)) == {
        "held": 3,
        "missed": 1,
        "agreed": 1,
        "proposed": 1,
    }
    assert queries.shared_pulse(together, viewer=amara) == (4, 3)
    reviews = queries.reviews(together, viewer=amara, today=now.date())
    assert reviews[-1].theirs is not None
    assert mailoutbox == []
