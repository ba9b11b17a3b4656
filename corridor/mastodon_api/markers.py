"""https://docs.joinmastodon.org/methods/markers/"""

from typing import TYPE_CHECKING, Annotated, Literal

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema
from pydantic import BeforeValidator, Field

from corridor.mastodon_api.callers import Needs, caller_of_request
from corridor.mastodon_api.entities.post import moment
from corridor.mastodon_api.given_posts import Id
from corridor.mastodon_api.parameters import Asked, Given
from corridor.posts import actions as posting
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from corridor.posts.models import ReadMarker

router = Router(tags=["markers"])


class Which(Schema):
    timeline: Annotated[
        list[str],
        BeforeValidator(lambda said: said if isinstance(said, list) else [said]),
        Field(max_length=20),
    ] = []


Place = Annotated[dict[Literal["last_read_id"], Id], Field(min_length=1)]


class Places(Schema):
    home: Place | None = None
    notifications: Place | None = None


@router.get("/markers", auth=Needs("read:statuses"))
def read(request: HttpRequest, asked: Asked[Which]) -> HttpResponse:
    kept = posts.read_markers(caller_of_request(request).member.pk)
    found = kept.filter(timeline__in=asked.timeline)
    return JsonResponse({one.timeline: _marker(one) for one in found})


@router.post("/markers", auth=Needs("write:statuses"))
def keep(request: HttpRequest, given: Given[Places]) -> HttpResponse:
    caller = caller_of_request(request)
    places = {"home": given.home, "notifications": given.notifications}
    kept = [
        posting.mark_read(
            timeline=timeline, to=place["last_read_id"], by=caller.member.pk, now=caller.now
        )
        for timeline, place in places.items()
        if place is not None
    ]
    return JsonResponse({one.timeline: _marker(one) for one in kept})


def _marker(marker: "ReadMarker") -> dict[str, object]:
    return {
        "last_read_id": str(marker.last_read),
        "version": marker.version,
        "updated_at": moment(marker.at),
    }
