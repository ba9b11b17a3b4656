"""Pieces of lists, and the Link header that leads to the next and the previous one.

https://docs.joinmastodon.org/api/guidelines/#pagination
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.encoding import escape_uri_path
from ninja import Schema
from pydantic import Field

from corridor.posts.queries import Stretch, stretch_of

LARGEST_ID = 2**63 - 1
PLACES = frozenset({"max_id", "since_id", "min_id"})


@dataclass(frozen=True, kw_only=True)
class Piece:
    """As much as was asked for: `places` as apps call them, `max_id` and so on."""

    places: Mapping[str, int]
    limit: int


class Page(Schema):
    """What every paged list takes."""

    max_id: int | None = Field(default=None, ge=0, le=LARGEST_ID)
    since_id: int | None = Field(default=None, ge=0, le=LARGEST_ID)
    min_id: int | None = Field(default=None, ge=0, le=LARGEST_ID)
    limit: int = Field(default=20, ge=1)

    def places(self) -> dict[str, int]:
        """Where to begin or end, as far as it was said."""
        said = {"max_id": self.max_id, "since_id": self.since_id, "min_id": self.min_id}
        return {name: number for name, number in said.items() if number is not None}

    def piece(self, *, most: int = 40) -> Piece:
        """More than `most` is as much as `most`."""
        return Piece(places=self.places(), limit=min(self.limit, most))

    def stretch(self, *, most: int = 40) -> Stretch:
        """More than `most` is as much as `most`."""
        return Stretch(
            older_than=self.max_id,
            newer_than=self.since_id,
            just_after=self.min_id,
            limit=min(self.limit, most),
        )


def piece(rows: QuerySet[Any, Any], page: Page, *, by: str = "id", most: int = 40) -> list[Any]:
    """Newest first, whichever end was asked for."""
    found = list(stretch_of(rows, page.stretch(most=most), by=by))
    return found[::-1] if page.min_id is not None else found


def with_links(
    response: HttpResponse, request: HttpRequest, ids: Sequence[int], *, limit: int
) -> HttpResponse:
    """`ids`: those of the piece that is answered, newest first."""
    if ids:
        asked = [(name, one) for name, values in request.GET.lists() for one in values]
        response.headers["Link"] = links(request.path, asked, ids, limit=limit)
    return response


def links(path: str, asked: Sequence[tuple[str, str]], ids: Sequence[int], *, limit: int) -> str:
    """The header, of a piece that is not empty; `asked`: the parameters it was asked for with."""
    before = _before(settings.PUBLIC_URL, path, tuple(asked))
    back = f'<{before}min_id={ids[0]}>; rel="prev"'
    if len(ids) < limit:
        return back
    return f'<{before}max_id={ids[-1]}>; rel="next", {back}'


@lru_cache(maxsize=256)
def _before(base: str, path: str, asked: Sequence[tuple[str, str]]) -> str:
    """Such an address, up to where the piece is said."""
    kept = [(name, value) for name, value in asked if name not in PLACES]
    return f"{base}{escape_uri_path(path)}?{urlencode(kept)}{'&' if kept else ''}"
