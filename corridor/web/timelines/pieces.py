"""A piece of a timeline for a page, with the ways to what is older and newer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest

from corridor.posts import queries
from corridor.posts.queries import Entry, ShownPost, Stretch
from corridor.web.given_numbers import number_in
from corridor.web.posts.uncovering import uncovered
from corridor.web.timelines.folding import shown_folded
from corridor.web.viewer import ViewerRequest

Row = TypeVar("Row")
MOST_SHOWN = 20


@dataclass(frozen=True, kw_only=True)
class Piece:
    posts: Sequence[ShownPost]
    older: str
    """An address, or empty where this is the end."""
    newer: str
    is_newest: bool
    """The page that one comes to first."""
    numbers: Sequence[int]
    """Of all its entries, newest first: some may have gone since."""


def of_home(rows: QuerySet[Any, Any], request: ViewerRequest) -> Piece:
    """Of rows `(entry, post, boost)`."""
    found, has_more = _cut(rows, request, by="entry", columns=("entry", "post", "boost"))
    entries = [Entry(number=entry, post_id=post, boost_id=boost) for entry, post, boost in found]
    return _piece(entries, request, has_more=has_more, context="home", folds=True)


def upwards(rows: QuerySet[Any, Any], request: ViewerRequest, *, after: int) -> Piece:
    """Of rows `(entry, post, boost)`, oldest first: what came after an entry."""
    stretch = Stretch(just_after=after, limit=MOST_SHOWN + 1)
    found = queries.stretch_of(rows, stretch, by="entry").values_list("entry", "post", "boost")
    entries = [Entry(number=entry, post_id=post, boost_id=boost) for entry, post, boost in found]
    viewer_id = request.profile.pk if request.profile else None
    numbers = entries[:MOST_SHOWN]
    shown = queries.shown_entries(numbers, viewer_id=viewer_id, now=request.now, context="home")
    return Piece(
        posts=uncovered(shown, request),
        older="",
        newer=f"{request.path}?since={numbers[-1].number}" if len(entries) > MOST_SHOWN else "",
        is_newest=False,
        numbers=[entry.number for entry in numbers],
    )


def of_posts(
    rows: QuerySet[Any, Any],
    request: ViewerRequest,
    *,
    by: str = "id",
    context: str = "public",
    folds: bool = False,
) -> Piece:
    """`folds`: a thread stands as its first post; not where each post was looked for."""
    found, has_more = _cut(rows, request, by=by, columns=("id",))
    entries = [Entry(number=pk, post_id=pk) for (pk,) in found]
    return _piece(entries, request, has_more=has_more, context=context, folds=folds)


def of_both(
    posts: QuerySet[Any, Any],
    boosts: QuerySet[Any, Any],
    request: ViewerRequest,
    *,
    context: str,
) -> Piece:
    """Posts and boosts in one order: the number of each grows with time."""
    stretch = _stretch(request)
    said = queries.stretch_of(posts, stretch, by="id").values_list("id", flat=True)
    passed_on = queries.stretch_of(boosts, stretch, by="pk").values_list("pk", "post")
    both = [
        *(Entry(number=pk, post_id=pk) for pk in said),
        *(Entry(number=pk, post_id=post, boost_id=pk) for pk, post in passed_on),
    ]
    both.sort(key=lambda entry: entry.number, reverse=stretch.just_after is None)
    entries, has_more = _newest_first(both, stretch)
    return _piece(entries, request, has_more=has_more, context=context, folds=True)


def of_marks(rows: QuerySet[Any, Any], request: ViewerRequest) -> Piece:
    """Of bookmarks, in the order in which they were made."""
    found, has_more = _cut(rows, request, by="pk", columns=("pk", "post"))
    entries = [Entry(number=pk, post_id=post) for pk, post in found]
    return _piece(entries, request, has_more=has_more, context="")


def asked(request: HttpRequest, name: str) -> int | None:
    """A number from the address; whatever else stands there asks for nothing."""
    return number_in(request.GET.get(name, ""))


def _cut(
    rows: QuerySet[Any, Any], request: ViewerRequest, *, by: str, columns: tuple[str, ...]
) -> tuple[list[Any], bool]:
    stretch = _stretch(request)
    found = list(queries.stretch_of(rows, stretch, by=by).values_list(*columns))
    return _newest_first(found, stretch)


def _stretch(request: ViewerRequest) -> Stretch:
    """With one more than is shown: it tells whether there is more."""
    older, newer = asked(request, "older"), asked(request, "newer")
    just_after = newer if older is None else None
    return Stretch(older_than=older, just_after=just_after, limit=MOST_SHOWN + 1)


def _newest_first(found: list[Row], stretch: Stretch) -> tuple[list[Row], bool]:
    shown = found[:MOST_SHOWN]
    if stretch.just_after is not None:
        shown.reverse()
    return shown, len(found) > MOST_SHOWN


def _piece(
    entries: Sequence[Entry],
    request: ViewerRequest,
    *,
    has_more: bool,
    context: str,
    folds: bool = False,
) -> Piece:
    older, newer = asked(request, "older"), asked(request, "newer")
    is_upwards = older is None and newer is not None
    viewer_id = request.profile.pk if request.profile else None
    numbers = [entry.number for entry in entries]
    goes_down = bool(numbers) and (is_upwards or has_more)
    goes_up = bool(numbers) and (has_more if is_upwards else older is not None)
    show = shown_folded if folds else queries.shown_entries
    return Piece(
        posts=uncovered(
            show(entries, viewer_id=viewer_id, now=request.now, context=context), request
        ),
        older=_address(request, "older", numbers[-1]) if goes_down else "",
        newer=_address(request, "newer", numbers[0]) if goes_up else "",
        is_newest=older is None and newer is None,
        numbers=numbers,
    )


def _address(request: HttpRequest, name: str, number: int) -> str:
    kept = request.GET.copy()
    for other in ("older", "newer"):
        kept.pop(other, None)
    kept[name] = str(number)
    return f"{request.path}?{kept.urlencode()}"
