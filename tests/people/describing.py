"""Stage for tests of self-description: who says what, and agrees to what."""

import pytest

from corridor.people import actions
from corridor.people.actions import NewAnswer
from corridor.people.choices import Audience, Purpose
from corridor.people.models import Badge

IMG = "international medical graduate"


@pytest.fixture
def questions_asked(db):
    """They come with a migration."""
    del db


@pytest.fixture
def say(questions_asked, now):
    """`say(amara, way=["img"], audience="public")`: one question a keyword, all to one audience."""

    def describe(profile, *, audience=Audience.NOBODY, own_words="", **answers):
        actions.describe_self(
            profile=profile,
            answers={
                slug.replace("_", "-"): NewAnswer(
                    options=tuple(options), own_words=own_words, audience=audience
                )
                for slug, options in answers.items()
            },
            by=profile,
            now=now,
        )

    return describe


@pytest.fixture
def agree(now):
    def give(profile, *purposes):
        for purpose in purposes:
            actions.give_consent(profile=profile, purpose=Purpose(purpose), by=profile, now=now)

    return give


@pytest.fixture
def verify(now):
    """Gives somebody a badge that is in force."""

    def grant(profile):
        Badge.objects.create(
            profile=profile,
            route="email",
            shows="mailbox at severnside.example",
            granted_at=now,
            expires_at=now.replace(year=2027),
        )

    return grant
