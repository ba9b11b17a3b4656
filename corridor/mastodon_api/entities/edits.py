"""https://docs.joinmastodon.org/entities/StatusEdit/: what a post said, oldest first."""

from typing import TYPE_CHECKING, Any

from corridor.mastodon_api.entities.account import absolute, dumps
from corridor.mastodon_api.entities.post import media, moment
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from corridor.posts.models import Attachment, Post, Revision


def edits(post: "Post", account: str) -> str:
    """`account`: JSON of its author."""
    attachments = {one.pk: one for one in post.attachments.all()}
    said = [_before(one, attachments) for one in posts.revisions_of(post)]
    said.append(_now(post, list(attachments.values())))
    texts = [f'{dumps(one)[:-1]},"account":{account}}}' for one in said]
    return f"[{','.join(texts)}]"


def _before(revision: "Revision", attachments: "dict[int, Attachment]") -> dict[str, Any]:
    """Pictures that were taken out are gone from what was said before as well."""
    kept = [one for one in revision.attachments if one["id"] in attachments]
    return {
        "content": absolute(revision.html),
        "spoiler_text": revision.content_note,
        "sensitive": revision.is_sensitive,
        "created_at": moment(revision.at),
        "media_attachments": [
            media(attachments[one["id"]]) | {"description": one["alt"] or None} for one in kept
        ],
        "emojis": [],
        **_poll(revision.poll_options),
    }


def _now(post: "Post", attachments: "list[Attachment]") -> dict[str, Any]:
    poll = getattr(post, "poll", None)
    options = [] if poll is None else [option.title for option in poll.options.all()]
    return {
        "content": absolute(post.html),
        "spoiler_text": post.content_note,
        "sensitive": post.is_sensitive,
        "created_at": moment(post.edited_at or post.at),
        "media_attachments": [media(one) for one in attachments],
        "emojis": [],
        **_poll(options),
    }


def _poll(options: list[str]) -> dict[str, Any]:
    return {"poll": {"options": [{"title": title} for title in options]}} if options else {}
