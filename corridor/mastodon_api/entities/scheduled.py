"""https://docs.joinmastodon.org/entities/ScheduledStatus/"""

from typing import TYPE_CHECKING, Any

from corridor.mastodon_api.entities.post import VISIBILITIES, media, moment
from corridor.posts.choices import Quoters

if TYPE_CHECKING:
    from corridor.posts.models import ScheduledPost

POLICIES = {Quoters.EVERYONE: "public", Quoters.FOLLOWERS: "followers", Quoters.NOBODY: "nobody"}


def scheduled_status(scheduled: "ScheduledPost") -> dict[str, Any]:
    words = scheduled.words
    return {
        "id": str(scheduled.pk),
        "scheduled_at": moment(scheduled.due_at),
        "params": {
            "text": words["text"],
            "poll": _poll(words["poll"]),
            "media_ids": [str(pk) for pk in words["attachments"]] or None,
            "sensitive": words["is_sensitive"],
            "spoiler_text": words["content_note"] or None,
            "visibility": VISIBILITIES[words["audience"]],
            "in_reply_to_id": _number(words["in_reply_to"]),
            "quoted_status_id": _number(words["quotes"]),
            "quote_approval_policy": POLICIES[Quoters(words["quoters"])],
            "language": words["language"] or None,
            "application_id": 0,
            "scheduled_at": None,
            "idempotency": None,
            "with_rate_limit": False,
        },
        "media_attachments": [media(one) for one in scheduled.attachments.all()],
        "corridor": {
            "audience": words["audience"],
            "repliers": words["repliers"],
            "kind": words["kind"],
            "expires_at": words["expires_at"],
            "failed_because": scheduled.failed_because,
        },
    }


def _poll(words: dict[str, Any] | None) -> dict[str, Any] | None:
    if words is None:
        return None
    return {
        "options": words["options"],
        "expires_in": int(words["lasts"]),
        "multiple": words["is_multiple"],
        "hide_totals": words["hides_totals"],
    }


def _number(value: int | None) -> str | None:
    return None if value is None else str(value)
