"""Polls as somebody sees them: what she answered, and whether she may still answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from corridor.posts.models import Poll, PollOption
from corridor.posts.queries.polls import own_votes, polls_of
from corridor.posts.queries.visibility import may_read


@dataclass(frozen=True, kw_only=True)
class Question:
    poll: Poll
    options: Sequence[PollOption]
    chosen: Sequence[int]
    """Places of the answers that she chose."""
    is_over: bool
    is_own: bool

    @property
    def may_answer(self) -> bool:
        return not (self.is_over or self.is_own or self.chosen)

    @property
    def shows_votes(self) -> bool:
        return self.is_over or not self.poll.hides_totals


def questions(
    post_ids: Iterable[int], *, viewer_id: int | None, now: datetime
) -> dict[int, Question]:
    """Id of the post -> its poll, for posts that she may read."""
    found = list(polls_of(post_ids).filter(may_read(viewer_id, now=now, post="post__")))
    chosen = own_votes(found, viewer_id=viewer_id) if found else {}
    return {
        poll.post_id: Question(
            poll=poll,
            options=list(poll.options.all()),
            chosen=chosen.get(poll.pk, []),
            is_over=poll.closes_at is not None and poll.closes_at <= now,
            is_own=poll.post.author_id == viewer_id,
        )
        for poll in found
    }
