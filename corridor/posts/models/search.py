"""What posts are found by."""

from django.db import models

from corridor.posts.models.post import Post


class SearchEntry(models.Model):
    """Words of a post. Made of it by `index_post`, never edited."""

    post = models.OneToOneField(Post, models.CASCADE, primary_key=True, related_name="search_entry")
    words = models.TextField(blank=True)
    """As `algorithms.directory.words` writes them, with spaces between.

    SQLite keeps them in an FTS5 table by triggers, PostgreSQL in a column that it makes itself.
    """

    in_order = models.TextField(null=True)  # noqa: DJ001 - SQLite made the table anew, and lost its triggers
    """The same words as they follow one another, for phrases."""

    class Meta:
        ordering = ("post",)

    def __str__(self) -> str:
        return f"words of {self.post_id}"
