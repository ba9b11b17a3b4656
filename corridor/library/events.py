"""What others may want to know of works that posts refer to, and of answers that are kept."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class WorkQuestioned:
    """A list that was imported says that a work was retracted, or is doubted."""

    post_id: int
    """Names it."""
    author_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class NoticesOfPostChanged:
    """What is said of the works that a post names is another thing than before."""

    post_id: int


@dataclass(frozen=True, kw_only=True)
class AnswerToKeep:
    """The other of the two agreed that an answer is kept."""

    profile_id: int
    by_id: int
    """Whoever answered; `profile_id` where whoever asked agreed, who is not named."""
    at: datetime
