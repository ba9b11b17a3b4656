"""What others may want to know of context notes."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class NoteWritten:
    """The author of the post may answer now."""

    note_id: int
    post_id: int
    post_author_id: int
    by: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class NoteAnswered:
    """By the author of the post."""

    note_id: int
    post_id: int
    note_author_id: int
    by: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class NotesUnderPostChanged:
    """What stands under a post is another thing than before."""

    post_id: int


@dataclass(frozen=True, kw_only=True)
class NoteShown:
    """For the first time."""

    post_id: int
    post_author_id: int
    note_author_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class NoteJudged:
    """Moderators decided about a note; told to who wrote it and who asked them."""

    profile_id: int
    at: datetime
