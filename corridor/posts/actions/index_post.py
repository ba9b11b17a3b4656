"""A post is found by its words, those of its poll, and what its pictures show."""

from collections.abc import Sequence

from corridor.algorithms.directory.words import in_order, words_of
from corridor.kernel.compiled import Insert
from corridor.posts.models import Post, SearchEntry

_entries = Insert(SearchEntry, replacing=["post"])


def index_post(post: Post, more_words: Sequence[str]) -> None:
    """What it says now. `more_words`: of its poll, and what its pictures show."""
    texts = [post.content_note, post.text, *more_words]
    words = " ".join(words_of(texts))
    _entries.write([SearchEntry(post=post, words=words, in_order=in_order(texts))])
