"""Somebody says how her posts begin."""

from collections.abc import Mapping

from corridor.posts.choices import Audience
from corridor.posts.models import PostingDefaults


class NotADefault(Exception):
    """Whoever is named is named in a post: there are no such people before it is written."""


def keep_posting_defaults(changes: Mapping[str, str | bool], *, by: int) -> None:
    """By names of fields; what is not named stays. Raises NotADefault."""
    if changes.get("audience") == Audience.NAMED:
        raise NotADefault
    PostingDefaults.objects.update_or_create(profile_id=by, defaults=dict(changes))
