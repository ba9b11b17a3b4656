"""What moderators and a party write each other: for the case, and for the party alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.safety import correspondence_links
from corridor.safety.models import Correspondence, DeskMessage

if TYPE_CHECKING:
    from django.db.models import QuerySet

SHOWN = 100


@dataclass(frozen=True, kw_only=True)
class OwnCorrespondence:
    """As the party reads it: nothing of anybody else."""

    correspondence: Correspondence
    messages: Sequence[DeskMessage]
    is_about_a_flag_of_hers: bool
    reason: str
    """That she flagged it for; empty for the person whom it is about."""
    token: str


def correspondence_of_link(token: str) -> OwnCorrespondence | None:
    try:
        number = correspondence_links.correspondence_of(token)
    except correspondence_links.LinkOver:
        return None
    found = _rows().filter(pk=number).first()
    return _own(found) if found else None


def own_correspondences(viewer_id: int) -> list[OwnCorrespondence]:
    """Newest first: about her, or about what she flagged."""
    about = _rows().filter(flag=None, case__about=viewer_id)
    flagged = _rows().filter(flag__by=viewer_id)
    found = [*about[:SHOWN], *flagged[:SHOWN]]
    return [_own(one) for one in sorted(found, key=lambda one: -one.pk)]


def _rows() -> "QuerySet[Correspondence]":
    rows = Correspondence.objects.select_related("case", "flag").prefetch_related("messages")
    return rows.order_by("-pk")


def _own(found: Correspondence) -> OwnCorrespondence:
    return OwnCorrespondence(
        correspondence=found,
        messages=list(found.messages.all()),
        is_about_a_flag_of_hers=found.flag is not None,
        reason=found.flag.get_reason_display() if found.flag else "",
        token=correspondence_links.token_of(found),
    )
