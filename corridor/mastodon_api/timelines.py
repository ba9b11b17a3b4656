"""https://docs.joinmastodon.org/methods/timelines/"""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from corridor.mastodon_api import answers, reads
from corridor.mastodon_api.callers import Caller, Needs
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.paging import LARGEST_ID, Page
from corridor.mastodon_api.parameters import Asked
from corridor.people import queries as people
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from corridor.posts.models import Post

router = Router(tags=["timelines"])


class PublicPage(Page):
    local: bool = False
    remote: bool = False
    only_media: bool = False

    @property
    def is_narrowed(self) -> bool:
        """Everybody is of here, so that `local` takes nothing away."""
        return self.only_media or (self.remote and not self.local)


class TagPage(PublicPage):
    any: list[str] = Field(default=[], max_length=20)
    all: list[str] = Field(default=[], max_length=20)
    none: list[str] = Field(default=[], max_length=20)


@router.get("/timelines/home", auth=Needs("read:statuses"))
def home(request: HttpRequest, asked: Asked[Page]) -> HttpResponse:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    return answers.read(reads.HOME, request, asked, caller)


@router.get("/timelines/public", auth=Needs("read:statuses", visitors=True))
def public(request: HttpRequest, asked: Asked[PublicPage]) -> HttpResponse:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    if not asked.is_narrowed:
        return answers.read(reads.PUBLIC, request, asked, caller)
    found = _narrowed(posts.public(caller.viewer_id, now=caller.now), asked)
    return answers.statuses(found, request, asked, caller)


@router.get("/timelines/tag/{name}", auth=Needs("read:statuses", visitors=True))
def tag(request: HttpRequest, name: str, asked: Asked[TagPage]) -> HttpResponse:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    tag_name = name.casefold()
    if not (asked.is_narrowed or asked.any or asked.all or asked.none):
        return answers.read(reads.TAGGED, request, asked, caller, tag=tag_name)
    also = [one.casefold() for one in asked.any]
    found = posts.tagged(tag_name, viewer_id=caller.viewer_id, now=caller.now, also=also)
    for one in asked.all:
        found = found.filter(posts.has_tag(one.casefold()))
    for one in asked.none:
        found = found.exclude(posts.has_tag(one.casefold()))
    found = _narrowed(found, asked)
    return answers.statuses(found, request, asked, caller, by=posts.TAGGED)


@router.get("/timelines/list/{list_id}", auth=Needs("read:lists"))
def of_list(request: HttpRequest, list_id: int, asked: Asked[Page]) -> HttpResponse:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    if not 0 <= list_id <= LARGEST_ID or not people.has_list(caller.member, list_id):
        raise NotThere
    return answers.read(reads.ON_LIST, request, asked, caller, of_list=list_id)


def _narrowed(found: "QuerySet[Post]", asked: PublicPage) -> "QuerySet[Post]":
    if asked.remote and not asked.local:  # everybody is of here
        return found.none()
    return found.filter(posts.has_media()) if asked.only_media else found
