"""Verified clinicians, what they note, and what others say of it."""

from datetime import timedelta

import pytest

from corridor.context_notes import actions
from corridor.context_notes.actions import NewNote
from corridor.context_notes.choices import Answer
from corridor.people.actions.verifying import NewBadge, grant_badge
from corridor.people.choices import Route
from corridor.posts.actions import NewPost, publish_post
from corridor.safety.actions import appoint_moderator
from corridor.safety.choices import Queue

WORDS = "The trial found no difference in mortality at ninety days: 10.1056/NEJMoa1411087"


@pytest.fixture
def verify(now):
    """A badge that a document gave, in force."""

    def grant(profile, route=Route.DOCUMENT):
        badge = NewBadge(route=route, shows=f"card of {profile.handle}", evidence="")
        grant_badge(profile=profile, new=badge, now=now - timedelta(days=30))
        return profile

    return grant


@pytest.fixture
def clinician(join, verify):
    """`clinician("hanh_tran")`: an attending of internal medicine, verified."""

    def become(handle, stage="ATT", specialty="internal-medicine", **facts):
        name = handle.replace("_", " ").title()
        return verify(
            join(handle=handle, display_name=name, stage=stage, specialty=specialty, **facts)
        )

    return become


@pytest.fixture
def writer(clinician):
    return clinician("hanh_tran")


@pytest.fixture
def says(now):
    def say(author, text="Steroids save lives in every sepsis.", **more):
        return publish_post(NewPost(text=text, **more), by=author, now=now)

    return say


@pytest.fixture
def notes(now):
    """`notes(writer, post)`, and `is_open=True` where others may rate it."""

    def write(by, post, text=WORDS, *, is_open=False, at=None):
        note = actions.write_note(NewNote(text=text), post=post, by=by, now=at or now)
        if is_open:
            actions.let_note_be_read(note=note, by=post.author, now=at or now)
            note.refresh_from_db()
        return note

    return write


@pytest.fixture
def rates(now):
    def rate(by, note, answer=Answer.HELPFUL, reasons=(), at=None):
        return actions.rate_note(Answer(answer), reasons, note=note, by=by, now=at or now)

    return rate


@pytest.fixture
def moderator(join, now):
    count = iter("abcdef")

    def appoint(*queues):
        handle = f"moderator_{next(count)}"
        profile = join(handle=handle, display_name=handle.replace("_", " ").title())
        appoint_moderator(profile, queues=queues or [Queue.HEALTH], now=now)
        return profile

    return appoint
