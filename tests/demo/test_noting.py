"""The demo shows context notes in each state, and a paper that was retracted."""

from collections import Counter

import pytest

from corridor.context_notes import queries
from corridor.context_notes.models import ContextNote
from corridor.demo import cast
from corridor.demo.noting import add_context
from corridor.library.models import NamedWork
from corridor.people.actions.verifying import NewBadge, grant_badge
from corridor.people.choices import Route
from corridor.safety.actions import appoint_moderator
from corridor.safety.choices import Queue


@pytest.fixture
def profiles(meet, now):
    several = {who.handle: meet(who) for who in cast.CAST}
    for handle, profile in several.items():
        if handle not in {"amara_nwosu", "bala_yusuf", "tomi_lawal"}:
            badge = NewBadge(route=Route.DOCUMENT, shows=handle, evidence="")
            grant_badge(profile=profile, new=badge, now=now.replace(month=1))
    return several


def test_notes_are_there_in_each_state(profiles, now):
    moderator = profiles[cast.MODERATOR.handle]
    appoint_moderator(moderator, queues=[Queue.HEALTH], now=now)

    add_context(profiles, now=now)

    states = Counter(note.state.value for note in ContextNote.objects.all())
    assert states == {"signed": 2, "unhelpful": 1, "answering": 1}
    signed = ContextNote.objects.filter(standing="signed").exclude(opened_at=None)
    assert all(note.ratings.count() > 3 for note in signed)
    assert len(queries.notes_to_judge(moderator, now=now)) == 1
    assert NamedWork.objects.filter(is_questioned=True).count() == 1
