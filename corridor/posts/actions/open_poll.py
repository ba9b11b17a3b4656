"""A post asks a question, with answers to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from corridor.posts.models import Poll, PollOption, Post, Vote

FEWEST_OPTIONS, MOST_OPTIONS = 2, 6
LONGEST_OPTION = 100
SHORTEST_POLL, LONGEST_POLL = timedelta(minutes=5), timedelta(days=31)


class PollRefused(Exception):
    """Too few or too many answers, an empty or a double one, or it closes too soon or too late."""


@dataclass(frozen=True, kw_only=True)
class NewPoll:
    options: Sequence[str]
    lasts: timedelta
    is_multiple: bool = False
    hides_totals: bool = False

    @property
    def titles(self) -> list[str]:
        return [title.strip() for title in self.options]


def check_poll(poll: NewPoll) -> None:
    """Raises PollRefused."""
    titles = poll.titles
    is_odd = not all(titles) or len(set(titles)) < len(titles)
    is_long = any(len(title) > LONGEST_OPTION for title in titles)
    if is_odd or is_long or not FEWEST_OPTIONS <= len(titles) <= MOST_OPTIONS:
        raise PollRefused
    if not SHORTEST_POLL <= poll.lasts <= LONGEST_POLL:
        raise PollRefused


def open_poll(post: Post, poll: NewPoll) -> None:
    opened = Poll.objects.create(
        post=post,
        closes_at=post.at + poll.lasts,
        is_multiple=poll.is_multiple,
        hides_totals=poll.hides_totals,
    )
    _write_options(opened, poll)


def change_poll(post: Post, poll: NewPoll | None, *, now: datetime) -> None:
    """Of a post that is edited. Other answers make a new question: nobody has voted in it yet."""
    asked = Poll.objects.filter(post=post).first()
    if poll is None:
        if asked is not None:
            asked.delete()
        return
    before = [] if asked is None else options_of(asked)
    asked = asked or Poll(post=post)
    is_other = before != poll.titles or asked.is_multiple != poll.is_multiple
    asked.closes_at = now + poll.lasts
    asked.closed_at = None
    asked.is_multiple = poll.is_multiple
    asked.hides_totals = poll.hides_totals
    if is_other:
        asked.voters = 0
    asked.save()
    if is_other:
        Vote.objects.filter(option__poll=asked).delete()
        PollOption.objects.filter(poll=asked).delete()
        _write_options(asked, poll)


def options_of(poll: Poll) -> list[str]:
    return list(PollOption.objects.filter(poll=poll).values_list("title", flat=True))


def _write_options(opened: Poll, poll: NewPoll) -> None:
    PollOption.objects.bulk_create(
        PollOption(poll=opened, position=place, title=title)
        for place, title in enumerate(poll.titles)
    )
