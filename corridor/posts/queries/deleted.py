"""What somebody deleted lately, and can bring back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from corridor.posts.models import Attachment, DeletedPost

MOST = 100


@dataclass(frozen=True, kw_only=True)
class Deleted:
    number: int
    """Id of the post."""
    said_at: datetime
    deleted_at: datetime
    until: datetime
    content_note: str
    text: str
    language: str
    pictures: Sequence[Attachment]


def own_deleted(profile_id: int, *, now: datetime) -> list[Deleted]:
    """Newest first."""
    rows = DeletedPost.objects.filter(author=profile_id, until__gt=now).order_by("-at", "-pk")
    return [_told(one) for one in rows.prefetch_related("attachments")[:MOST]]


def may_come_back(number: int, *, author_id: int, now: datetime) -> bool:
    return DeletedPost.objects.filter(pk=number, author=author_id, until__gt=now).exists()


def _told(kept: DeletedPost) -> Deleted:
    said = kept.said
    return Deleted(
        number=kept.pk,
        said_at=datetime.fromisoformat(said["at"]),
        deleted_at=kept.at,
        until=kept.until,
        content_note=said["content_note"],
        text=said["text"],
        language=said["language"],
        pictures=list(kept.attachments.all()),
    )
