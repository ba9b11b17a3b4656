"""What posts quote, and why it may not be shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from corridor.posts.models import Post


@dataclass(frozen=True, kw_only=True)
class Quotation:
    quoted_id: int | None
    """None: it was deleted."""
    is_revoked: bool


def quotations(post_ids: Iterable[int]) -> dict[int, Quotation]:
    """Of posts that quoted something when they were published."""
    rows = Post.objects.filter(pk__in=list(post_ids)).order_by("pk")
    found = rows.values_list("pk", "quotes", "is_quote_revoked")
    return {
        pk: Quotation(quoted_id=quoted_id, is_revoked=is_revoked)
        for pk, quoted_id, is_revoked in found
    }
