"""Statuses joined from prepared texts: the one way they are made, whoever asks and however.

A row holds what `columns` names, in this order; the reading lane gets the same rows from the
same queries, compiled once. Booleans may come as 0 and 1, dates as text.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from corridor.kernel import ids
from corridor.mastodon_api.entities.account import with_figures
from corridor.mastodon_api.entities.post import VISIBILITIES, moment
from corridor.posts import queries as posts

Row = Sequence[Any]
WORD = ("false", "true")
POST = ("pk", "rendered__part", "rendered__more", "rendered__base")
COUNTS = ("reply_count", "boost_count", "kudos_count", "quote_count")
MARKS = ("gave_kudos", "boosted", "bookmarked", "muted", "pinned")
ACCOUNT = (
    "pk",
    "rendered_account__part",
    "rendered_account__base",
    "figures__followers",
    "figures__following",
    "figures__posts",
    "figures__last_post_on",
)
NOTHING: Mapping[int, str] = {}


MORE = 2
"""Where a row says whether a poll or a quotation belongs to it, and who quotes it."""
AUTHOR = 13
"""Where it has the number of who wrote it."""
WORDS = 20
"""Where a row has what filters look through."""
BOOST = 21
"""Where a row of an entry says whether it is a boost."""


def of_posts(rows: QuerySet[Any, Any], viewer_id: int | None) -> QuerySet[Any, Any]:
    """Of a query of posts."""
    found: QuerySet[Any, Any] = rows.annotate(**posts.marks(viewer_id))
    return found.values_list(*POST, *COUNTS, *MARKS, *_of("author", ACCOUNT), "rendered__words")


def of_entries(rows: QuerySet[Any, Any], viewer_id: int) -> QuerySet[Any, Any]:
    """Of a query of rows that have a `post` and perhaps a `boost`."""
    found: QuerySet[Any, Any] = rows.annotate(**posts.marks(viewer_id, post="post__"))
    return found.values_list(
        *_of("post", POST),
        *_of("post", COUNTS),
        *MARKS,
        *_of("post__author", ACCOUNT),
        "post__rendered__words",
        "boost",
        "boost__audience",
        *_of("boost__booster", ACCOUNT),
    )


def of_boosts(rows: QuerySet[Any, Any], viewer_id: int | None) -> QuerySet[Any, Any]:
    """Of a query of boosts: rows as `of_entries` has them."""
    found: QuerySet[Any, Any] = rows.annotate(**posts.marks(viewer_id, post="post__"))
    return found.values_list(
        *_of("post", POST),
        *_of("post", COUNTS),
        *MARKS,
        *_of("post__author", ACCOUNT),
        "post__rendered__words",
        "pk",
        "audience",
        *_of("booster", ACCOUNT),
    )


def _of(prefix: str, names: Iterable[str]) -> list[str]:
    return [f"{prefix}__{name}" for name in names]


def status(
    row: Row, filtered: Mapping[int, str] = NOTHING, more: Mapping[int, str] = NOTHING
) -> str:
    """`filtered`, `more`: id of a post -> JSON of its filters; of its poll and quote."""
    (pk, part, _, _, replies, boosts, kudos, quotes) = row[:8]
    (gave, boosted, kept, muted, pinned) = row[8:13]
    account = with_figures(row[14], *row[16:20])
    return (
        f'{part}{account},"replies_count":{replies},"reblogs_count":{boosts}'
        f',"favourites_count":{kudos},"quotes_count":{quotes},"favourited":{WORD[gave]}'
        f',"reblogged":{WORD[boosted]},"bookmarked":{WORD[kept]},"muted":{WORD[muted]}'
        f',"pinned":{WORD[pinned]},"filtered":{filtered.get(pk, "[]")}'
        f'{more.get(pk, NO_MORE)},"reblog":null}}'
    )


NO_MORE = ',"poll":null,"quote":null'


def entry(
    row: Row, filtered: Mapping[int, str] = NOTHING, more: Mapping[int, str] = NOTHING
) -> str:
    """A status, or a boost around one."""
    inner = status(row, filtered, more)
    boost = _boost(row)
    if boost is None:
        return inner
    account = with_figures(row[24], *row[26:30])
    at = moment(ids.moment(boost))
    (gave, boosted, kept, muted, _) = row[8:13]
    return (
        f'{{"id":"{boost}","created_at":"{at}","edited_at":null,"in_reply_to_id":null'
        f',"in_reply_to_account_id":null,"sensitive":false,"spoiler_text":""'
        f',"visibility":"{VISIBILITIES[row[22]]}","language":null,"uri":"{_boost_uri(boost)}"'
        f',"url":"{_boost_uri(boost)}","content":"","application":null,"media_attachments":[]'
        f',"mentions":[],"tags":[],"emojis":[],"card":null,"account":{account}'
        f',"replies_count":{row[4]},"reblogs_count":{row[5]},"favourites_count":{row[6]}'
        f',"quotes_count":{row[7]},"favourited":{WORD[gave]},"reblogged":{WORD[boosted]}'
        f',"bookmarked":{WORD[kept]},"muted":{WORD[muted]},"pinned":false,"filtered":[]'
        f',"poll":null,"quote":null,"reblog":{inner}}}'
    )


def number(row: Row) -> int:
    """The id of a status: of the boost, or of the post itself."""
    boost: int | None = _boost(row)
    return row[0] if boost is None else boost


def _boost(row: Row) -> Any:
    """A row of a post alone ends before."""
    return row[BOOST] if len(row) > BOOST else None


def _boost_uri(boost: int) -> str:
    return f"{settings.PUBLIC_URL}/boosts/{boost}/"


def lacking(row: Row) -> tuple[set[int], set[int]]:
    """Ids of posts and of profiles whose text is missing, or made for another address."""
    base = settings.PUBLIC_URL
    posts_lacking = set() if row[3] == base else {row[0]}
    people_lacking = set() if row[15] == base else {row[13]}
    if len(row) > BOOST and row[BOOST] is not None and row[25] != base:
        people_lacking.add(row[23])
    return posts_lacking, people_lacking


def are_whole(found: Iterable[Row]) -> bool:
    """None of them lacks a text."""
    base = settings.PUBLIC_URL
    return all(
        row[3] == base
        and row[15] == base
        and (len(row) <= BOOST or row[BOOST] is None or row[25] == base)
        for row in found
    )


def account(row: Row) -> str:
    """Of a row of `ACCOUNT`."""
    return with_figures(row[1], *row[3:7])


def accounts_are_whole(found: Iterable[Row]) -> bool:
    return not any(account_lacks(row) for row in found)


def account_lacks(row: Row) -> bool:
    """Of a row of `ACCOUNT`: whether its text is missing, or made for another address."""
    return bool(row[2] != settings.PUBLIC_URL)
