"""What this server has none of, said so that apps go on: an empty list is an answer."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from corridor.mastodon_api.callers import Needs

router = Router(tags=["lists that are empty here"])


@router.get("/custom_emojis")
@router.get("/trends")
@router.get("/trends/tags")
@router.get("/trends/links")
@router.get("/trends/statuses")
def none_here(request: HttpRequest) -> list[Any]:
    """Nothing is pushed to anybody because many look at it."""
    del request
    return []


@router.get("/announcements", auth=Needs("read", visitors=True))
def announcements(request: HttpRequest) -> list[Any]:
    del request
    return []
