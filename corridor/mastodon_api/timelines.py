"""https://docs.joinmastodon.org/methods/timelines/"""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from corridor.mastodon_api import answers
from corridor.mastodon_api.callers import Caller, Needs
from corridor.mastodon_api.paging import Page
from corridor.mastodon_api.parameters import Asked
from corridor.posts import queries as posts

router = Router(tags=["timelines"])


class PublicPage(Page):
    local: bool = False
    remote: bool = False
    only_media: bool = False


class TagPage(PublicPage):
    any: list[str] = Field(default=[], max_length=20)
    all: list[str] = Field(default=[], max_length=20)
    none: list[str] = Field(default=[], max_length=20)


@router.get("/timelines/home", auth=Needs("read:statuses"))
def home(request: HttpRequest, asked: Asked[Page]) -> HttpResponse:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    found = posts.home(caller.member.pk, now=caller.now)
    return answers.entries(found, request, asked, caller)


@router.get("/timelines/public", auth=Needs("read:statuses", visitors=True))
def public(request: HttpRequest, asked: Asked[PublicPage]) -> HttpResponse:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    found = posts.public(caller.viewer_id, now=caller.now)
    return answers.statuses(found, request, asked, caller)
