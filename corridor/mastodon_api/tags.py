"""https://docs.joinmastodon.org/methods/tags/, followed_tags and featured_tags"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from corridor.mastodon_api.accounts.answers import somebody_seen
from corridor.mastodon_api.answers import json_text
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.account import dumps
from corridor.mastodon_api.errors import ApiError, NotThere
from corridor.mastodon_api.paging import Page, piece, with_links
from corridor.mastodon_api.parameters import Asked, Given
from corridor.posts import actions
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.posts.models import FeaturedTag, Tag

router = Router(tags=["tags"])
MOST_FOLLOWED = 200
NOT_A_TAG = "Validation failed: Tag is invalid"


class FollowedPage(Page):
    limit: int = Field(default=100, ge=1)


class NewFeature(Schema):
    name: str = Field(max_length=300)


@router.get("/tags/{name}", auth=Needs("", visitors=True))
def one(request: HttpRequest, name: str) -> HttpResponse:
    """A tag that nobody used yet is a tag as well."""
    caller = caller_of_request(request)
    tag = posts.tag_named(name)
    if tag is None:
        try:
            shown = actions.plain_tag(name)
        except actions.NotATag as refused:
            raise NotThere from refused
        return json_text(dumps(_unused(shown)))
    return _told(tag, caller)


@router.post("/tags/{name}/follow", auth=Needs("write:follows"))
def follow(request: HttpRequest, name: str) -> HttpResponse:
    caller = caller_of_request(request)
    try:
        tag = actions.follow_tag(name=name, by=caller.member, now=caller.now)
    except actions.NotATag as refused:
        raise ApiError(422, NOT_A_TAG) from refused
    except actions.TooManyTags as refused:
        raise ApiError(
            422, "Validation failed: you follow as many tags as there can be"
        ) from refused
    return _told(tag, caller)


@router.post("/tags/{name}/unfollow", auth=Needs("write:follows"))
def unfollow(request: HttpRequest, name: str) -> HttpResponse:
    caller = caller_of_request(request)
    try:
        tag = actions.unfollow_tag(name=name, by=caller.member)
    except actions.NotATag as refused:
        raise ApiError(422, NOT_A_TAG) from refused
    return _told(tag, caller)


@router.post("/tags/{name}/feature", auth=Needs("write:accounts"))
def feature(request: HttpRequest, name: str) -> HttpResponse:
    caller = caller_of_request(request)
    return _told(_featured(name, caller).tag, caller)


@router.post("/tags/{name}/unfeature", auth=Needs("write:accounts"))
def unfeature(request: HttpRequest, name: str) -> HttpResponse:
    caller = caller_of_request(request)
    tag = posts.tag_named(name)
    if tag is None:
        raise NotThere
    actions.end_feature(tag_id=tag.pk, by=caller.member)
    return _told(tag, caller)


@router.get("/followed_tags", auth=Needs("read:follows"))
def followed_tags(request: HttpRequest, asked: Asked[FollowedPage]) -> HttpResponse:
    caller = caller_of_request(request)
    found = posts.tags_followed(caller.member.pk)
    wanted = piece(found, asked, by="pk", most=MOST_FOLLOWED)
    told = tag_entities([row.tag for row in wanted], caller)
    limit = asked.stretch(most=MOST_FOLLOWED).limit
    return with_links(json_text(dumps(told)), request, [row.pk for row in wanted], limit=limit)


@router.get("/featured_tags", auth=Needs("read:accounts"))
def featured_tags(request: HttpRequest) -> HttpResponse:
    caller = caller_of_request(request)
    return _features(caller.member.pk, caller.member.handle)


@router.post("/featured_tags", auth=Needs("write:accounts"))
def new_feature(request: HttpRequest, given: Given[NewFeature]) -> HttpResponse:
    caller = caller_of_request(request)
    featured = _featured(given.name, caller)
    found = posts.tags_featured(caller.member.pk).get(pk=featured.pk)
    return json_text(dumps(_feature(found, caller.member.handle)))


@router.get("/featured_tags/suggestions", auth=Needs("read:accounts"))
def feature_suggestions(request: HttpRequest) -> HttpResponse:
    caller = caller_of_request(request)
    return json_text(dumps(tag_entities(posts.tags_to_feature(caller.member.pk), caller)))


@router.delete("/featured_tags/{int:tag_id}", auth=Needs("write:accounts"))
def end_feature(request: HttpRequest, tag_id: int) -> dict[str, Any]:
    caller = caller_of_request(request)
    shown = posts.tags_featured(caller.member.pk)
    if not shown.filter(tag=tag_id).exists():
        raise NotThere
    actions.end_feature(tag_id=tag_id, by=caller.member)
    return {}


@router.get("/accounts/{int:account_id}/featured_tags", auth=Needs("read:accounts", visitors=True))
def featured_by(request: HttpRequest, account_id: int) -> HttpResponse:
    caller = caller_of_request(request)
    somebody = somebody_seen(account_id, caller)
    return _features(somebody.pk, somebody.handle)


def tag_entities(tags: "Sequence[Tag]", caller: Caller) -> list[dict[str, Any]]:
    """https://docs.joinmastodon.org/entities/Tag/"""
    ids = [tag.pk for tag in tags]
    history = posts.history(ids, now=caller.now)
    followed = posts.followed_of(ids, viewer_id=caller.viewer_id)
    featured = posts.featured_of(ids, viewer_id=caller.viewer_id)
    marks = caller.viewer_id is not None
    return [
        _tag(tag.shown_as, tag.name)
        | {"id": str(tag.pk), "history": [_day(day) for day in history[tag.pk]]}
        | ({"following": tag.pk in followed, "featuring": tag.pk in featured} if marks else {})
        for tag in tags
    ]


def _told(tag: "Tag", caller: Caller) -> HttpResponse:
    return json_text(dumps(tag_entities([tag], caller)[0]))


def _unused(shown: str) -> dict[str, Any]:
    return _tag(shown, shown.casefold()) | {"history": [], "following": False, "featuring": False}


def _tag(shown: str, name: str) -> dict[str, Any]:
    return {"name": shown, "url": f"{settings.PUBLIC_URL}/tags/{quote(name)}/"}


def _day(day: posts.DayOfTag) -> dict[str, str]:
    midnight = datetime(day.day.year, day.day.month, day.day.day, tzinfo=UTC)
    return {
        "day": str(int(midnight.timestamp())),
        "accounts": str(day.people),
        "uses": str(day.uses),
    }


def _featured(name: str, caller: Caller) -> "FeaturedTag":
    try:
        return actions.feature_tag(name=name, by=caller.member, now=caller.now)
    except actions.NotATag as refused:
        raise ApiError(422, NOT_A_TAG) from refused
    except actions.TooManyFeatured as refused:
        raise ApiError(422, "Validation failed: a profile shows ten tags at most") from refused


def _features(profile_id: int, handle: str) -> HttpResponse:
    found = posts.tags_featured(profile_id)
    return json_text(dumps([_feature(featured, handle) for featured in found]))


def _feature(featured: Any, handle: str) -> dict[str, Any]:
    """https://docs.joinmastodon.org/entities/FeaturedTag/"""
    return {
        "id": str(featured.tag_id),
        "name": featured.tag.shown_as,
        "url": f"{settings.PUBLIC_URL}/@{handle}/",
        "statuses_count": str(featured.uses),
        "last_status_at": featured.last and f"{featured.last:%Y-%m-%d}",
    }
