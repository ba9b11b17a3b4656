"""What was said before and after a post, in the order in which Mastodon shows it.

Replies to one post come by age, each followed by what was said to it; what people add to their
own words comes before the others. https://docs.joinmastodon.org/methods/statuses/#context

What was said to a reply that waits to be let through waits with it: otherwise whoever waits would
add to her own words, and be read under the post all the same.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from corridor.kernel.compiled import Compiled, Row
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
    waits: bool


def conversation(number: int, thread: int, *, viewer_id: int | None, now: datetime) -> Conversation:
    """Of a post that she may read, by its number and that of its thread."""
    said = _thread(thread)
    shown = _shown(thread, viewer_id, now)
    is_member = viewer_id is not None
    most = MOST_BELOW if is_member else MOST_BELOW_FOR_VISITORS
    deepest = DEEPEST if is_member else DEEPEST_FOR_VISITORS
    above = list(_above(number, said))[: MOST_ABOVE if is_member else MOST_ABOVE_FOR_VISITORS]
    standing = {pk: one for pk, one in said.items() if pk in shown or not one.waits}
    below = [pk for pk in list(_below(number, standing, deepest))[:most] if pk in shown]
    return Conversation(
        above=[pk for pk in reversed(above) if pk in shown],
        below=sorted(below, key=lambda pk: not said[pk].is_to_herself),
    )


def thread_of(number: int, *, viewer_id: int | None, now: datetime) -> int | None:
    """None where she may read no post of this number."""
    found = _asked(_found_of, viewer_id, {"number": number, "now": now})
    return found[0][0] if found else None


def _thread(thread: int) -> dict[int, _Said]:
    return {
        pk: _Said(above=above, is_to_herself=to == author, waits=waits)
        for pk, above, to, author, waits in _whole().rows({"thread": thread})
    }


@cache
def _whole() -> Compiled:
    def build(thread: int) -> Any:
        rows = Post.objects.filter(thread=thread).order_by("id")
        found = rows.values_list("id", "in_reply_to", "in_reply_to_author", "author", "is_held")
        return found[:LONGEST_THREAD]

    return Compiled(build, thread=int)


def _shown(thread: int, viewer_id: int | None, now: datetime) -> set[int]:
    return {row[0] for row in _asked(_shown_of, viewer_id, {"thread": thread, "now": now})}


def _shown_of(thread: int, now: datetime, viewer: int | None = None) -> Any:
    rows = readable(viewer, now=now).filter(thread=thread).order_by()
    if viewer is not None:
        rows = rows.exclude(author__in=people.muted(viewer, now=now))
    return rows.values_list("pk")


def _found_of(number: int, now: datetime, viewer: int | None = None) -> Any:
    return readable(viewer, now=now).filter(pk=number).values_list("thread")


def _asked(build: Callable[..., Any], viewer_id: int | None, values: dict[str, Any]) -> list[Row]:
    who = {} if viewer_id is None else {"viewer": viewer_id}
    kinds = tuple((name, type(value)) for name, value in (values | who).items())
    return _compiled(build, kinds).rows(values | who)


@cache
def _compiled(build: Callable[..., Any], kinds: tuple[tuple[str, type], ...]) -> Compiled:
    return Compiled(build, **dict(kinds))


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
