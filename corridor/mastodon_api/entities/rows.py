"""Statuses joined from prepared texts: the one way they are made, whoever asks and however.

A row holds what the places below name, in this order; the reading lane gets the same rows from
the same queries, compiled once. Most of a status is joined by the database already: it hands over
two texts where there were twenty columns, and what the reader did with it as one number.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.db.models import (
    Case,
    F,
    Func,
    OuterRef,
    QuerySet,
    TextField,
    Value,
    When,
)

from corridor.kernel import ids
from corridor.kernel.query_plans import row_by_row
from corridor.mastodon_api.entities.account import FIGURES, with_figures
from corridor.mastodon_api.entities.marks import MARKED, PINNED, marks
from corridor.mastodon_api.entities.post import VISIBILITIES, moment
from corridor.people import queries as people

Row = Sequence[Any]
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

# Places of a row, in order.
PK, BEGINNING = 0, 1
MORE = 2
"""Whether a poll or a quotation belongs to it, and who quotes it."""
BASE, COUNTED = 3, 4
MARKS = 5
"""What the reader did with it, each a bit of `marks.MARKED`."""
AUTHOR, AUTHOR_BASE = 6, 7
WORDS = 8
"""What filters look through."""
BOOST = 9
"""Of a row of an entry: whether it is a boost."""
BOOST_AUDIENCE, BOOSTER, BOOSTER_BASE, BOOSTER_ACCOUNT = 10, 11, 12, 13


class Joined(Func):
    """A text with values at its `%s`: the database joins twenty of them faster than Python."""

    output_field = TextField()

    def __init__(self, text: str, *values: Any) -> None:
        super().__init__(*values)
        self.text = text

    def as_sql(self, compiler: Any, connection: Any, **named: Any) -> Any:  # type: ignore[override]
        del named
        function = "printf" if connection.vendor == "sqlite" else "format"
        text = self.text.replace("%", "%%%%")  # read twice: by Django, and with the parameters
        return super().as_sql(
            compiler, connection, template=f"{function}('{text}', %(expressions)s)"
        )


def of_posts(rows: QuerySet[Any, Any], viewer_id: int | None) -> QuerySet[Any, Any]:
    """Of a query of posts."""
    found = _annotated(rows, viewer_id, post="")
    wanted: QuerySet[Any, Any] = found.values_list(*_columns("", "author"))
    return wanted


def of_entries(rows: QuerySet[Any, Any], viewer_id: int) -> QuerySet[Any, Any]:
    """Of a query of rows that have a `post` and perhaps a `boost`."""
    found = _annotated(rows, viewer_id, post="post__")
    found = found.annotate(
        booster_account=Case(
            When(boost=None, then=Value(None)),
            default=_account("boost__booster__"),
            output_field=TextField(),
        )
    )
    wanted: QuerySet[Any, Any] = found.values_list(
        *_columns("post__", "post__author"),
        "boost",
        "boost__audience",
        *_boosted_by("boost__booster"),
    )
    return wanted


def of_boosts(rows: QuerySet[Any, Any], viewer_id: int | None) -> QuerySet[Any, Any]:
    """Of a query of boosts: rows as `of_entries` has them."""
    found = _annotated(rows, viewer_id, post="post__")
    found = found.annotate(booster_account=_account("booster__"))
    wanted: QuerySet[Any, Any] = found.values_list(
        *_columns("post__", "post__author"), "pk", "audience", *_boosted_by("booster")
    )
    return wanted


def _annotated(rows: QuerySet[Any, Any], viewer_id: int | None, *, post: str) -> QuerySet[Any, Any]:
    part = F(f"{post}rendered__part")
    beginning = Joined(f"%s{FIGURES}", part, *_account_parts(f"{post}author__"))
    found: QuerySet[Any, Any] = rows.annotate(
        beginning=beginning, counted=_counts(post), marks=marks(viewer_id, post=post)
    )
    return found


COUNTS = ("reply_count", "boost_count", "kudos_count", "quote_count")
COUNTED_AS = ',"replies_count":%s,"reblogs_count":%s,"favourites_count":%s,"quotes_count":%s'


def _counts(post: str) -> Case:
    """None of somebody who keeps a shield up and hides them: apps have no word for hidden."""
    hides = row_by_row(people.hides_counts(OuterRef(f"{post}author")))
    return Case(
        When(hides, then=Joined(COUNTED_AS, *[Value(0)] * len(COUNTS))),
        default=Joined(COUNTED_AS, *[F(f"{post}{name}") for name in COUNTS]),
        output_field=TextField(),
    )


def _account(prefix: str) -> Joined:
    """As `with_figures` makes it."""
    return Joined(FIGURES, *_account_parts(prefix))


def _account_parts(prefix: str) -> list[Any]:
    last = F(f"{prefix}figures__last_post_on")
    return [
        F(f"{prefix}rendered_account__part"),
        *[F(f"{prefix}figures__{name}") for name in ("followers", "following", "posts")],
        Case(
            When(**{f"{prefix}figures__last_post_on": None}, then=Value("null")),
            default=Joined('"%s"', last),
            output_field=TextField(),
        ),
    ]


def _columns(post: str, author: str) -> list[str]:
    return [
        f"{post}pk",
        "beginning",
        f"{post}rendered__more",
        f"{post}rendered__base",
        "counted",
        "marks",
        f"{author}__pk",
        f"{author}__rendered_account__base",
        f"{post}rendered__words",
    ]


def _boosted_by(booster: str) -> list[str]:
    return [f"{booster}__pk", f"{booster}__rendered_account__base", "booster_account"]


def status(
    row: Row, filtered: Mapping[int, str] = NOTHING, more: Mapping[int, str] = NOTHING
) -> str:
    """`filtered`, `more`: id of a post -> JSON of its filters; of its poll and quote."""
    pk = row[PK]
    return (
        f'{row[BEGINNING]}{row[COUNTED]}{MARKED[row[MARKS]]},"filtered":{filtered.get(pk, "[]")}'
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
    at = moment(ids.moment(boost))
    return (
        f'{{"id":"{boost}","created_at":"{at}","edited_at":null,"in_reply_to_id":null'
        f',"in_reply_to_account_id":null,"sensitive":false,"spoiler_text":""'
        f',"visibility":"{VISIBILITIES[row[BOOST_AUDIENCE]]}","language":null'
        f',"uri":"{_boost_uri(boost)}","url":"{_boost_uri(boost)}","content":""'
        f',"application":null,"media_attachments":[],"mentions":[],"tags":[],"emojis":[]'
        f',"card":null,"account":{row[BOOSTER_ACCOUNT]}{row[COUNTED]}{MARKED[row[MARKS] % PINNED]}'
        f',"filtered":[],"poll":null,"quote":null,"reblog":{inner}}}'
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
    posts_lacking = set() if row[BASE] == base else {row[PK]}
    people_lacking = set() if row[AUTHOR_BASE] == base else {row[AUTHOR]}
    if _boost(row) is not None and row[BOOSTER_BASE] != base:
        people_lacking.add(row[BOOSTER])
    return posts_lacking, people_lacking


def are_whole(found: Iterable[Row]) -> bool:
    """None of them lacks a text."""
    base = settings.PUBLIC_URL
    return all(
        row[BASE] == base
        and row[AUTHOR_BASE] == base
        and (len(row) <= BOOST or row[BOOST] is None or row[BOOSTER_BASE] == base)
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
