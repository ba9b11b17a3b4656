"""A post is found by its words, those of its poll, and what its pictures show."""

from collections.abc import Sequence

from corridor.algorithms.directory.words import words_of
from corridor.kernel.compiled import Insert
from corridor.posts.models import Post, SearchEntry

_entries = Insert(SearchEntry, replacing=["post"])


def index_post(post: Post, more_words: Sequence[str]) -> None:
    """What it says now. `more_words`: of its poll, and what its pictures show."""
    words = words_of([post.content_note, post.text, *more_words])
    _entries.write([SearchEntry(post=post, words=" ".join(words))])
