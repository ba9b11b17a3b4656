"""What was said before and after a post, in the order in which Mastodon shows it.

Replies to one post come by age, each followed by what was said to it; what people add to their
own words comes before the others. https://docs.joinmastodon.org/methods/statuses/#context
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from corridor.people import queries as people
from corridor.posts.models import Post
from corridor.posts.queries.visibility import readable

MOST_ABOVE, MOST_BELOW, DEEPEST = 4096, 4096, 4096
MOST_ABOVE_FOR_VISITORS, MOST_BELOW_FOR_VISITORS, DEEPEST_FOR_VISITORS = 40, 60, 20
LONGEST_THREAD = 20_000


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """Ids of posts."""

    above: list[int]
    below: list[int]


@dataclass(frozen=True, kw_only=True)
class _Said:
    above: int | None
    is_to_herself: bool


def conversation(post: Post, *, viewer_id: int | None, now: datetime) -> Conversation:
    """Of a post that she may read."""
    said = _thread(post)
    shown = _shown(post, viewer_id, now)
    is_member = viewer_id is not None
    most = MOST_BELOW if is_member else MOST_BELOW_FOR_VISITORS
    deepest = DEEPEST if is_member else DEEPEST_FOR_VISITORS
    above = list(_above(post.pk, said))[: MOST_ABOVE if is_member else MOST_ABOVE_FOR_VISITORS]
    below = [pk for pk in list(_below(post.pk, said, deepest))[:most] if pk in shown]
    return Conversation(
        above=[pk for pk in reversed(above) if pk in shown],
        below=sorted(below, key=lambda pk: not said[pk].is_to_herself),
    )


def _thread(post: Post) -> dict[int, _Said]:
    rows = Post.objects.filter(thread=post.thread).order_by("id")
    found = rows.values_list("id", "in_reply_to", "in_reply_to_author", "author")
    return {
        pk: _Said(above=above, is_to_herself=to == author)
        for pk, above, to, author in found[:LONGEST_THREAD]
    }


def _shown(post: Post, viewer_id: int | None, now: datetime) -> set[int]:
    rows = readable(viewer_id, now=now).filter(thread=post.thread)
    if viewer_id is not None:
        rows = rows.exclude(author__in=people.muted(viewer_id, now=now))
    return set(rows.values_list("pk", flat=True))


def _above(number: int, said: dict[int, _Said]) -> Iterator[int]:
    above = said[number].above if number in said else None
    while above is not None and above in said:
        yield above
        above = said[above].above


def _below(number: int, said: dict[int, _Said], deepest: int) -> Iterator[int]:
    answers: dict[int | None, list[int]] = {}
    for pk, one in said.items():
        answers.setdefault(one.above, []).append(pk)
    waiting = [(pk, 1) for pk in reversed(answers.get(number, []))]
    while waiting:
        pk, depth = waiting.pop()
        yield pk
        if depth < deepest:
            waiting += [(answer, depth + 1) for answer in reversed(answers.get(pk, []))]
