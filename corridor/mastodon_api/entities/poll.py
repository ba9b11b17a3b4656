"""https://docs.joinmastodon.org/entities/Poll/"""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from corridor.mastodon_api.entities.post import moment
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from corridor.posts.models import Poll


def polls(
    post_ids: Iterable[int], *, viewer_id: int | None, now: datetime
) -> dict[int, dict[str, Any]]:
    """By post, of posts that she may read; in three queries, however many."""
    found = list(posts.polls_of(post_ids))
    chosen = posts.own_votes(found, viewer_id=viewer_id) if found else {}
    return {
        poll.post_id: _poll(poll, chosen.get(poll.pk, []), viewer_id=viewer_id, now=now)
        for poll in found
    }


def _poll(
    poll: "Poll", chosen: list[int], *, viewer_id: int | None, now: datetime
) -> dict[str, Any]:
    is_over = poll.closes_at is not None and poll.closes_at <= now
    is_hidden = poll.hides_totals and not is_over
    options = list(poll.options.all())
    said: dict[str, Any] = {
        "id": str(poll.pk),
        "expires_at": moment(poll.closes_at),
        "expired": is_over,
        "multiple": poll.is_multiple,
        "votes_count": sum(option.votes for option in options),
        "voters_count": poll.voters,
        "options": [
            {"title": option.title, "votes_count": None if is_hidden else option.votes}
            for option in options
        ],
        "emojis": [],
    }
    if viewer_id is not None:
        # Whoever asks is told that she voted: apps then show her the figures.
        said["voted"] = bool(chosen) or poll.post.author_id == viewer_id
        said["own_votes"] = chosen
    return said
