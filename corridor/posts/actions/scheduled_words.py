"""A post for later is kept as JSON, and read back when it is due."""

from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from corridor.posts.actions.open_poll import NewPoll
from corridor.posts.actions.publish_post import NewPost
from corridor.posts.choices import Audience, Kind, Quoters, Repliers

Words = dict[str, Any]


def as_words(new: NewPost) -> Words:
    words: Words = {one.name: getattr(new, one.name) for one in fields(NewPost)}
    words["attachments"] = list(new.attachments)
    words["expires_at"] = None if new.expires_at is None else new.expires_at.isoformat()
    if new.poll is not None:
        words["poll"] = {
            "options": list(new.poll.options),
            "lasts": new.poll.lasts.total_seconds(),
            "is_multiple": new.poll.is_multiple,
            "hides_totals": new.poll.hides_totals,
        }
    return words


def from_words(words: Words) -> NewPost:
    poll, ends = words["poll"], words["expires_at"]
    kept = words | {
        "audience": Audience(words["audience"]),
        "kind": Kind(words["kind"]),
        "repliers": Repliers(words["repliers"]),
        "quoters": Quoters(words["quoters"]),
        "expires_at": None if ends is None else datetime.fromisoformat(ends),
        "poll": poll and NewPoll(**poll | {"lasts": timedelta(seconds=poll["lasts"])}),
    }
    return NewPost(**kept)
