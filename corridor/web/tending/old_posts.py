"""One's own public posts once more, a year or a tag at a time: nothing is chosen beforehand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR
from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from corridor.posts import actions, policies, queries
from corridor.posts.choices import Audience
from corridor.web.given_numbers import number_in
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.posts.models import Post

AT_ONCE = 10
KEEP, FOR_GOOD, DELETE = "keep", "for-good", "delete"
NARROWER: Mapping[Audience, str | Promise] = {
    Audience.QUIET: _("Quiet: out of public timelines and tags"),
    Audience.VERIFIED: _("Only for verified members"),
    Audience.FOLLOWERS: _("Only for my followers"),
    Audience.NAMED: _("Only for the people named in it"),
}


@dataclass(frozen=True, kw_only=True)
class Choice:
    code: str
    label: str | Promise


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where she is looking."""

    url: str
    title: str
    year: int | None = None
    tag: str = ""


@require_safe
@member_required
def overview(request: MemberRequest) -> HttpResponse:
    own = request.profile.pk
    shown = {
        "years": queries.years_of_posts(own),
        "tags": queries.tags_of_posts(own),
        "rule": queries.deletion_rule(own),
    }
    return render(request, "tending/overview.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def of_year(request: MemberRequest, year: int) -> HttpResponse:
    if not 1 <= year < MAXYEAR:
        raise Http404
    url = reverse("old-posts-year", args=[year])
    return _look(request, Place(url=url, title=str(year), year=year))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def of_tag(request: MemberRequest, tag: str) -> HttpResponse:
    name = tag.casefold()
    url = reverse("old-posts-tag", args=[name])
    return _look(request, Place(url=url, title=f"#{name}", tag=name))


def _look(request: MemberRequest, place: Place) -> HttpResponse:
    if request.method != "POST":
        return _page(request, place)
    chosen = _chosen(request, place)
    to_delete = [post for post, code in chosen if code == DELETE]
    if to_delete and "sure" not in request.POST:
        shown = {"place": place, "to_delete": to_delete, "chosen": chosen}
        return render(request, "tending/sure.html", shown)
    with transaction.atomic():
        for post, code in chosen:
            _do(request, post, code)
    words = ngettext("%d post looked after.", "%d posts looked after.", len(chosen))
    if chosen:
        messages.success(request, words % len(chosen))
    else:
        messages.info(request, _("Nothing was chosen, and nothing was changed."))
    return redirect(place.url)


def _page(request: MemberRequest, place: Place) -> HttpResponse:
    own = request.profile.pk
    posts = queries.posts_to_look_at(own, year=place.year, tag=place.tag)
    everything = queries.open_posts(own, year=place.year, tag=place.tag).count()
    left = posts.count()
    shown = {
        "place": place,
        "posts": [(post, _choices(post)) for post in posts[:AT_ONCE]],
        "everything": everything,
        "left": left,
        "done": everything - left,
    }
    return render(request, "tending/posts.html", shown)


def _choices(post: "Post") -> list[Choice]:
    narrower = policies.NARROWER.get(Audience(post.audience), ())
    return [
        Choice(code=KEEP, label=_("Keep")),
        Choice(code=FOR_GOOD, label=_("Keep for good: no rule deletes it")),
        *(Choice(code=audience, label=NARROWER[audience]) for audience in narrower),
        Choice(code=DELETE, label=_("Delete")),
    ]


def _chosen(request: MemberRequest, place: Place) -> "list[tuple[Post, str]]":
    """Of hers, of this year or tag, and not looked at yet; anything else is not there."""
    said = {
        number_in(name.removeprefix("post-")): value
        for name, value in request.POST.items()
        if name.startswith("post-")
    }
    posts = queries.posts_to_look_at(request.profile.pk, year=place.year, tag=place.tag)
    found = posts.filter(pk__in=[number for number in said if number is not None])
    return [
        (post, code)
        for post in found
        if (code := said[post.pk]) in {choice.code for choice in _choices(post)}
    ]


def _do(request: MemberRequest, post: "Post", code: str) -> None:
    by, now = request.profile, request.now
    if code == DELETE:
        actions.delete_post(post=post, by=by, now=now)
    elif code in {KEEP, FOR_GOOD}:
        actions.keep_posts([post], by=by, now=now, for_good=code == FOR_GOOD)
    else:
        actions.narrow_audience(post=post, audience=Audience(code), by=by, now=now)
