"""Mastodon's Status, as far as it is the same for every reader.

https://docs.joinmastodon.org/entities/Status/
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings

from corridor.mastodon_api.entities.account import absolute, dumps
from corridor.mastodon_api.entities.beneath import NOTHING, BeneathPost, card, fields
from corridor.posts import sealed_off_links
from corridor.posts.actions.move_files import is_sealed_off
from corridor.posts.choices import Audience, Kind, MediaKind, MediaState, Quoters

if TYPE_CHECKING:
    from corridor.posts.models import Attachment, Post
    from corridor.posts.queries import WholePost

VISIBILITIES: Mapping[str, str] = {
    Audience.PUBLIC: "public",
    Audience.QUIET: "unlisted",
    Audience.FOLLOWERS: "private",
    Audience.VERIFIED: "private",
    Audience.RELATIONS: "private",
    Audience.NAMED: "direct",
}
POLICIES: Mapping[str, str] = {
    Quoters.EVERYONE: "public",
    Quoters.FOLLOWERS: "followers",
    Quoters.NOBODY: "nobody",
}
POLL, QUOTE, QUOTED_BY_FOLLOWERS, QUOTED_BY_AUTHOR = 1, 2, 4, 8
"""What of a post depends on the reader or the hour, each a bit."""


@dataclass(frozen=True, kw_only=True)
class Rendered:
    part: str
    """JSON that ends before the value of `account`."""
    words: str
    more: int


def moment(at: datetime | None) -> str | None:
    """2026-03-20T09:00:00.000Z"""
    if at is None:
        return None
    whole = at.astimezone(UTC).isoformat(timespec="milliseconds")
    return f"{whole.removesuffix('+00:00')}Z"


def render_post(whole: "WholePost", beneath: BeneathPost = NOTHING) -> Rendered:
    said, post = dumps(_status(whole, beneath)), whole.post
    words = "\n".join([post.content_note, post.text, *whole.more_words])
    return Rendered(
        part=f'{said[:-1]},"account":',
        words=words.casefold(),
        more=(POLL if whole.options else 0)
        | (QUOTE if post.quotes_id else 0)
        | _quoters_who_depend(post),
    )


def post_url(post: "Post") -> str:
    return f"{settings.PUBLIC_URL}/@{post.author.handle}/{post.pk}/"


def _status(whole: "WholePost", beneath: BeneathPost) -> dict[str, Any]:
    post = whole.post
    url = post_url(post)
    return {
        "id": str(post.pk),
        "created_at": moment(post.at),
        "edited_at": moment(post.edited_at),
        "in_reply_to_id": _number(post.in_reply_to_id),
        "in_reply_to_account_id": _number(post.in_reply_to_author_id),
        "sensitive": post.is_sensitive or bool(post.content_note),
        "spoiler_text": post.content_note,
        "visibility": VISIBILITIES[post.audience],
        "language": post.language or None,
        "uri": url,
        "url": url,
        "content": absolute(post.html),
        "application": {"name": post.application, "website": None} if post.application else None,
        "media_attachments": [media(one) for one in whole.attachments],
        "mentions": [_mention(profile_id, handle) for profile_id, handle in whole.named],
        "tags": [_tag(name) for name in whole.tags],
        "emojis": [],
        "card": card(beneath),
        **_quote_approval(post),
        "corridor": {
            "kind": post.kind,
            "audience": post.audience,
            "repliers": post.repliers,
            "is_held": post.is_held and not post.is_behind_shield,
            "expires_at": moment(post.expires_at),
            **fields(beneath),
        },
    }


def _quoters_who_depend(post: "Post") -> int:
    """As `posts.policies.can_quote` has it: nobody quotes a story, and her own posts she may."""
    if post.kind == Kind.STORY:
        return 0
    quoters = post.quoters if post.is_open and not post.is_held else Quoters.NOBODY
    bits = {Quoters.EVERYONE: 0, Quoters.FOLLOWERS: QUOTED_BY_FOLLOWERS}
    return bits.get(Quoters(quoters), QUOTED_BY_AUTHOR)


def _quote_approval(post: "Post") -> dict[str, Any]:
    """Only where it is the same for all; otherwise `besides` says it."""
    if _quoters_who_depend(post):
        return {}
    is_for_all = post.kind != Kind.STORY
    return {"quote_approval": quote_approval(["public"] if is_for_all else [], may=is_for_all)}


def quote_approval(automatic: list[str], *, may: bool) -> dict[str, Any]:
    """https://docs.joinmastodon.org/entities/QuoteApproval/; `may`: whoever reads it."""
    current = "automatic" if may else "denied"
    return {"automatic": automatic, "manual": [], "current_user": current}


def own_media(attachment: "Attachment") -> dict[str, Any]:
    """Also of a post that was deleted, to be written anew: shown to her app for an hour."""
    told = media(attachment)
    if attachment.post_id is not None or not is_sealed_off(attachment):
        return told
    files = {"url": attachment.file, "preview_url": attachment.preview}
    return told | {
        name: sealed_off_links.link_to(str(file.name), told[name])
        for name, file in files.items()
        if file and told[name]
    }


def media(attachment: "Attachment") -> dict[str, Any]:
    """https://docs.joinmastodon.org/entities/MediaAttachment/"""
    base = settings.PUBLIC_URL
    is_ready = attachment.state == MediaState.READY
    file = f"{base}{attachment.file.url}" if attachment.file and is_ready else None
    preview = f"{base}{attachment.preview.url}" if attachment.preview else None
    meta: dict[str, Any] = {}
    if attachment.width:
        meta["original"] = _size(attachment.width, attachment.height)
    if attachment.seconds:
        meta["original"] = meta.get("original", {}) | {"duration": attachment.seconds}
    if attachment.preview_width:
        meta["small"] = _size(attachment.preview_width, attachment.preview_height)
    if attachment.kind == MediaKind.IMAGE:
        meta["focus"] = {"x": attachment.focus_x, "y": attachment.focus_y}
    return {
        "id": str(attachment.pk),
        "type": attachment.kind,
        "url": file,
        "preview_url": preview,
        "remote_url": None,
        "text_url": None,
        "meta": meta,
        "description": attachment.alt or None,
        "blurhash": attachment.blurhash or None,
    }


def _size(width: int, height: int) -> dict[str, Any]:
    return {
        "width": width,
        "height": height,
        "size": f"{width}x{height}",
        "aspect": round(width / height, 4),
    }


def _mention(profile_id: int, handle: str) -> dict[str, str]:
    url = f"{settings.PUBLIC_URL}/@{handle}/"
    return {"id": str(profile_id), "username": handle, "acct": handle, "url": url}


def _tag(name: str) -> dict[str, str]:
    return {"name": name, "url": f"{settings.PUBLIC_URL}/tags/{name}/"}


def _number(value: int | None) -> str | None:
    return None if value is None else str(value)
