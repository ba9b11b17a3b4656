"""People, hashtags and posts by what somebody types. Whoever is not there for her is not found."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from corridor.algorithms.post_search import asked_posts
from corridor.people import queries as people
from corridor.posts import queries as posts
from corridor.web.timelines.pieces import of_posts
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.people.models import Profile

LONGEST = 500
FEW_PEOPLE, FEW_TAGS, MANY = 5, 10, 40
KINDS = {
    "": _("Everything"),
    "people": _("People"),
    "hashtags": _("Hashtags"),
    "posts": _("Posts"),
}


@dataclass(frozen=True, kw_only=True)
class Tab:
    kind: str
    label: str | Promise
    url: str
    is_here: bool


@dataclass(frozen=True, kw_only=True)
class ShownTag:
    name: str
    shown_as: str
    uses: int
    """This week."""


@require_safe
@member_required
def search(request: MemberRequest) -> HttpResponse:
    typed = request.GET.get("q", "").strip()[:LONGEST]
    kind = request.GET.get("in", "")
    kind = kind if kind in KINDS else ""
    shown: dict[str, object] = {"typed": typed, "kind": kind, "tabs": _tabs(typed, kind)}
    if typed:
        shown |= _found(request, typed, kind)
    return render(request, "search/search.html", shown)


def _found(request: MemberRequest, typed: str, kind: str) -> dict[str, object]:
    found: dict[str, object] = {}
    if kind in {"", "people"}:
        found["people"] = _people(request, typed, most=MANY if kind else FEW_PEOPLE)
    if kind in {"", "hashtags"}:
        found["hashtags"] = _hashtags(request, typed, most=MANY if kind else FEW_TAGS)
    if kind in {"", "posts"}:
        rows = posts.posts_found(asked_posts(typed), viewer_id=request.profile.pk, now=request.now)
        found["piece"] = of_posts(rows, request)
    return found


def _people(request: MemberRequest, typed: str, *, most: int) -> "Sequence[Profile]":
    found = people.people_found(typed, viewer_id=request.profile.pk, today=request.now.date())
    return list(found[:most])


def _hashtags(request: MemberRequest, typed: str, *, most: int) -> list[ShownTag]:
    if not typed.strip(" #"):
        return []
    found = list(posts.tags_beginning(typed)[:most])
    history = posts.history([tag.pk for tag in found], now=request.now)
    return [
        ShownTag(
            name=tag.name,
            shown_as=tag.shown_as,
            uses=sum(day.uses for day in history[tag.pk]),
        )
        for tag in found
    ]


def _tabs(typed: str, here: str) -> list[Tab]:
    return [
        Tab(
            kind=kind,
            label=label,
            url="?" + urlencode({"q": typed} | ({"in": kind} if kind else {})),
            is_here=kind == here,
        )
        for kind, label in KINDS.items()
    ]
