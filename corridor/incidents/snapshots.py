"""What a post of this server says at the moment at which it is kept, and what it answers."""

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings

from corridor.incidents.evidence_files import GivenFile
from corridor.posts import queries as posts
from corridor.posts.choices import MediaKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.people.models import Profile
    from corridor.posts.models import Attachment, Post

ADDRESS = re.compile(r"^/@(?P<handle>\w+)/(?P<post>\d{1,19})/?$")
ABOVE = 8
LARGEST = 2**63


class PostNotThere(Exception):
    """There is no such post here, or none for her."""


def post_named(address: str) -> int | None:
    """The number of a post of this server; None where the address leads elsewhere."""
    try:
        said = urlsplit(address.strip())
    except ValueError:  # what a person types need be no address
        return None
    is_here = not said.netloc or said.netloc == urlsplit(settings.PUBLIC_URL).netloc
    found = ADDRESS.match(said.path) if is_here else None
    number = int(found["post"]) if found else 0
    return number if 0 < number < LARGEST else None


def of_post(
    post_id: int, *, viewer: "Profile", now: datetime
) -> tuple[dict[str, Any], list[GivenFile]]:
    """With its pictures as files. Raises PostNotThere."""
    if not posts.readable(viewer.pk, now=now).filter(pk=post_id).exists():
        raise PostNotThere
    (whole,) = posts.whole_posts([post_id])
    post = whole.post
    snapshot = _said(post) | {
        "server": urlsplit(settings.PUBLIC_URL).netloc,
        "edited_at": moment(post.edited_at),
        "audience": str(post.audience),
        "note": post.content_note,
        "options": [{"words": one} for one in whole.options],
        "thread": [_said(one) for one in posts.answered_by(post_id, most=ABOVE)],
        "pictures": [{"words": one.alt} for one in whole.attachments],
    }
    return snapshot, _pictures(whole.attachments)


def address_of(post: "Post") -> str:
    return f"{settings.PUBLIC_URL}/@{post.author.handle}/{post.pk}/"


def moment(at: datetime | None) -> str:
    return "" if at is None else at.astimezone(UTC).isoformat(timespec="seconds")


def _said(post: "Post") -> dict[str, Any]:
    """Needs its author."""
    return {
        "who": post.author.display_name,
        "handle": post.author.handle,
        "address": address_of(post),
        "at": moment(post.at),
        "words": post.text,
    }


def _pictures(attachments: "Sequence[Attachment]") -> list[GivenFile]:
    """As this server shows them; sound and video are counted in `pictures` alone."""
    given = []
    for one in attachments:
        if one.kind == MediaKind.IMAGE and one.file:
            with one.file.open("rb") as file:
                given.append(
                    GivenFile(name=f"picture-{one.position + 1}.webp", content=file.read())
                )
    return given
