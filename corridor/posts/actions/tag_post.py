"""A post is found by the hashtags in it."""

from corridor.algorithms.hashtags import hashtags
from corridor.posts.models import Post, Tag, TagUse

MOST = 30
LONGEST = 100


def tag_post(post: Post) -> None:
    """What it says now; more than thirty are only text."""
    written = {tag.casefold(): tag for tag in hashtags(post.text) if len(tag) <= LONGEST}
    wanted = dict(list(written.items())[:MOST])
    TagUse.objects.filter(post=post).exclude(tag__name__in=wanted).delete()
    if not wanted:
        return
    Tag.objects.bulk_create(
        (Tag(name=name, shown_as=shown) for name, shown in wanted.items()), ignore_conflicts=True
    )
    tags = Tag.objects.filter(name__in=wanted)
    TagUse.objects.bulk_create((TagUse(post=post, tag=tag) for tag in tags), ignore_conflicts=True)
