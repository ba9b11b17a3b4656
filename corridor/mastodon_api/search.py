"""https://docs.joinmastodon.org/methods/search/: people, hashtags and posts, for members."""

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from corridor.algorithms.post_search import asked_posts
from corridor.mastodon_api import answers
from corridor.mastodon_api.accounts.reading import people_found
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.account import dumps
from corridor.mastodon_api.pages import page_of_ours
from corridor.mastodon_api.paging import LARGEST_ID
from corridor.mastodon_api.parameters import Asked
from corridor.mastodon_api.tags import tag_entities
from corridor.posts import queries as posts

first = Router(tags=["search"])
second = Router(tags=["search"])
MOST = 40


class Search(Schema):
    q: str = Field(default="", max_length=500)
    type: Literal["accounts", "hashtags", "statuses", ""] = ""
    limit: int = Field(default=20, ge=1)
    offset: int = Field(default=0, ge=0, le=10_000)
    account_id: int | None = Field(default=None, ge=0, le=LARGEST_ID)
    """Posts of this author alone."""
    following: bool = False
    min_id: int | None = Field(default=None, ge=0, le=LARGEST_ID)
    max_id: int | None = Field(default=None, ge=0, le=LARGEST_ID)

    def wants(self, what: str) -> bool:
        return self.type in {"", what}

    @property
    def piece(self) -> slice:
        return slice(self.offset, self.offset + min(self.limit, MOST))

    @property
    def is_of_some(self) -> bool:
        """Posts by somebody, or from some time."""
        return (self.account_id, self.min_id, self.max_id) != (None, None, None)


@second.get("/search", auth=Needs("read:search"))
def search(request: HttpRequest, asked: Asked[Search]) -> HttpResponse:
    caller = caller_of_request(request)
    tags = dumps(tag_entities(_tags(asked), caller) if asked.wants("hashtags") else [])
    return _told(asked, caller, tags)


@first.get("/search", auth=Needs("read:search"))
def search_of_old(request: HttpRequest, asked: Asked[Search]) -> HttpResponse:
    """The same with names of hashtags alone."""
    caller = caller_of_request(request)
    names = [tag.shown_as for tag in _tags(asked)] if asked.wants("hashtags") else []
    return _told(asked, caller, dumps(names))


def _told(asked: Search, caller: Caller, tags: str) -> HttpResponse:
    people = ",".join(_people(asked, caller) if asked.wants("accounts") else [])
    said = ",".join(_statuses(asked, caller) if asked.wants("statuses") else [])
    return answers.json_text(f'{{"accounts":[{people}],"statuses":[{said}],"hashtags":{tags}}}')


def _people(asked: Search, caller: Caller) -> list[str]:
    """An address of somebody's page here is her handle."""
    page = page_of_ours(asked.q)
    if page is not None and page["post"]:
        return []
    typed = asked.q if page is None else page["handle"]
    return people_found(caller, typed, only_followed=asked.following, piece=asked.piece)


def _tags(asked: Search) -> list[Any]:
    if "://" in asked.q or not asked.q.strip(" #"):
        return []
    return list(posts.tags_beginning(asked.q)[asked.piece])


def _statuses(asked: Search, caller: Caller) -> list[str]:
    page = page_of_ours(asked.q)
    if page is not None:
        return (
            list(answers.texts_by_id([int(page["post"])], caller).values()) if page["post"] else []
        )
    ids = _numbers(asked, caller)
    texts = answers.texts_by_id(ids, caller)
    return [texts[pk] for pk in ids if pk in texts]


def _numbers(asked: Search, caller: Caller) -> list[int]:
    """Newest first."""
    typed, viewer_id = asked_posts(asked.q), caller.member.pk
    if typed.has_words_alone and not asked.is_of_some:
        return posts.newest_with_words(
            typed.words, viewer_id=viewer_id, now=caller.now, piece=asked.piece
        )
    found = posts.posts_found(typed, viewer_id=viewer_id, now=caller.now)
    if asked.account_id is not None:
        found = found.filter(author=asked.account_id)
    if asked.min_id is not None:
        found = found.filter(pk__gt=asked.min_id)
    if asked.max_id is not None:
        found = found.filter(pk__lt=asked.max_id)
    return list(found.order_by("-pk").values_list("pk", flat=True)[asked.piece])
