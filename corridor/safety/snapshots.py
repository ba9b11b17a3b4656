"""What a post or a profile says at a moment, with a digest that shows nothing was changed since."""

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from corridor.posts import queries as posts

if TYPE_CHECKING:
    from datetime import datetime

    from corridor.library.models import KeptAnswer
    from corridor.mentoring.queries import AskedOf
    from corridor.people.models import Profile

Snapshot = Mapping[str, Any]


def of_post(post_id: int) -> Snapshot:
    """Its words, and those that go with its pictures; the pictures themselves are not kept."""
    (whole,) = posts.whole_posts([post_id])
    post = whole.post
    return {
        "handle": post.author.handle,
        "name": post.author.display_name,
        "at": _moment(post.at),
        "edited_at": _moment(post.edited_at),
        "audience": post.audience,
        "content_note": post.content_note,
        "text": post.text,
        "more": whole.more_words,
        "pictures": len(whole.attachments),
    }


def of_person(profile: "Profile") -> Snapshot:
    return {
        "handle": profile.handle,
        "name": profile.display_name,
        "stage": profile.stage_name,
        "field": profile.field,
        "institution": profile.institution,
        "text": profile.bio,
    }


def of_question(asked: "AskedOf") -> Snapshot:
    """Without who asked: her stage and field stood with it."""
    return {
        "handle": "",
        "name": "",
        "at": _moment(asked.at),
        "stage": asked.stage,
        "field": asked.field,
        "content_note": asked.topic,
        "text": asked.words,
    }


def of_answer(kept: "KeptAnswer") -> Snapshot:
    """Without who asked."""
    return {
        "handle": kept.answerer.handle,
        "name": kept.answerer.display_name,
        "at": _moment(kept.kept_at),
        "stage": "",
        "content_note": kept.topic,
        "text": kept.answer,
        "asked": kept.question,
    }


def digest_of(snapshot: Snapshot) -> str:
    text = json.dumps(snapshot, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _moment(at: "datetime | None") -> str:
    return "" if at is None else at.isoformat()
