"""What every test of tutorials may call on."""

import pytest

from corridor.library import queries
from corridor.library.actions import PartWords, Words, begin_tutorial, keep_version, publish_version
from corridor.posts.choices import Audience


@pytest.fixture
def drafts(now):
    """`drafts(dr_osei, "First", "Second")` is a version with these parts, not published."""

    def draft(author, *texts, title="Awake fibreoptic", **more):
        tutorial = begin_tutorial(title=title, text="\n---\n".join(texts), by=author, now=now)
        version = queries.own_version(tutorial.pk, viewer_id=author.pk)
        return rewrite(version, now=now, title=title, **more)

    return draft


def rewrite(version, *, now, title="Awake fibreoptic", audience=Audience.PUBLIC, **parts):
    """`answers={2: "Yes\\nNo"}`, `reveals={3}`, `texts={1: "Better"}` by number of the part."""
    texts, answers = parts.get("texts", {}), parts.get("answers", {})
    words = [
        PartWords(
            part_id=one.part.pk,
            text=texts.get(one.number, one.part.text),
            answers=answers.get(one.number, one.part.answers),
            is_reveal=one.number in parts.get("reveals", set()),
        )
        for one in queries.outline(version)
    ]
    return keep_version(
        Words(title=title, audience=audience, parts=words),
        version=version,
        by=version.tutorial.author,
        now=now,
    )


@pytest.fixture
def publishes(drafts, now):
    def publish(author, *texts, **more):
        return publish_version(version=drafts(author, *texts, **more), by=author, now=now)

    return publish
