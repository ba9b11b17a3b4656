"""A post is found by its words, those of its poll, and what its pictures show."""

from corridor.algorithms.directory.words import words_of
from corridor.posts.models import Post, SearchEntry


def index_post(post: Post) -> None:
    """What it says now."""
    poll = getattr(post, "poll", None)
    options = [] if poll is None else [option.title for option in poll.options.all()]
    shown = [one.alt for one in post.attachments.all()]
    words = words_of([post.content_note, post.text, *options, *shown])
    SearchEntry.objects.bulk_create(
        [SearchEntry(post=post, words=" ".join(words))],
        update_conflicts=True,
        unique_fields=["post"],
        update_fields=["words"],
    )
