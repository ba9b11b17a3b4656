"""A post is found by the hashtags in it."""

import unicodedata

from corridor.algorithms.hashtags import hashtags
from corridor.posts.models import Post, Tag, TagUse

MOST = 30
LONGEST = 100


def tag_anew(post: Post) -> None:
    """What it says after an edit."""
    TagUse.objects.filter(post=post).exclude(tag__name__in=_wanted(post)).delete()
    tag_post(post)


def tag_post(post: Post) -> None:
    """More than thirty are only text."""
    wanted = _wanted(post)
    if not wanted:
        return
    Tag.objects.bulk_create(
        (Tag(name=name, shown_as=shown) for name, shown in wanted.items()), ignore_conflicts=True
    )
    tags = Tag.objects.filter(name__in=wanted)
    TagUse.objects.bulk_create((TagUse(post=post, tag=tag) for tag in tags), ignore_conflicts=True)


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
