"""A post is found by the hashtags in it."""

import unicodedata
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from django.db.models import QuerySet

from corridor.algorithms.hashtags import hashtags
from corridor.kernel.compiled import CompiledRows, CompiledSeveral, Insert
from corridor.posts.models import Post, Tag, TagUse

MOST = 30
LONGEST = 100
_new_tags = Insert(Tag, unless_there=True)
_uses = Insert(TagUse, unless_there=True)


def tag_anew(post: Post) -> None:
    """What it says after an edit."""
    TagUse.objects.filter(post=post).exclude(tag__name__in=_wanted(post)).delete()
    tag_post(post)


def tag_post(post: Post) -> None:
    """More than thirty are only text."""
    wanted = _wanted(post)
    if not wanted:
        return
    known = _known(wanted)
    if new := [Tag(name=name, shown_as=wanted[name]) for name in wanted if name not in known]:
        _new_tags.write(new)
        known = _known(wanted)
    _uses.write([TagUse(post=post, tag_id=known[name]) for name in sorted(known)])


def _known(names: Collection[str]) -> dict[str, int]:
    return dict(_tags().told(names))


@cache
def _tags() -> CompiledSeveral[Tag]:
    def build(names: Sequence[str]) -> QuerySet[Any, Any]:
        return Tag.objects.filter(name__in=names).order_by().values_list("name", "pk")

    return CompiledSeveral(CompiledRows, build, str)


class NotATag(Exception):
    """No hashtag looks like this."""


def tag_of(name: str) -> Tag:
    """Made where nobody used it yet. Raises NotATag."""
    shown = plain_tag(name)
    tag, _ = Tag.objects.get_or_create(name=shown.casefold(), defaults={"shown_as": shown})
    return tag


def plain_tag(name: str) -> str:
    """Without the hash. Raises NotATag."""
    shown = unicodedata.normalize("NFC", name.strip().removeprefix("#"))
    if hashtags(f"#{shown}") != [shown] or len(shown) > LONGEST:
        raise NotATag
    return shown


def _wanted(post: Post) -> dict[str, str]:
    """Name -> as it was written."""
    written = {tag.casefold(): tag for tag in hashtags(post.text) if len(tag) <= LONGEST}
    return dict(list(written.items())[:MOST])
