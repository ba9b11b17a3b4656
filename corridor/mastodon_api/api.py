"""Mastodon's client API: a router a resource, errors in its shapes."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from corridor.mastodon_api import (
    context_notes,
    conversations,
    credentials,
    embedding,
    instance,
    interaction_requests,
    lists,
    marked,
    markers,
    media,
    polls,
    reports,
    scheduled_statuses,
    search,
    small_lists,
    status_marks,
    status_people,
    statuses,
    tags,
    timelines,
)
from corridor.mastodon_api.accounts import joining, own, posting, reading, relationships
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.filters import one_word_each as word_filters
from corridor.mastodon_api.filters import several as filters
from corridor.mastodon_api.filters import within as filters_within
from corridor.mastodon_api.notifications import each as notifications
from corridor.mastodon_api.notifications import grouped as grouped_notifications
from corridor.mastodon_api.notifications import policy as notification_policy
from corridor.mastodon_api.notifications import requests as notification_requests
from corridor.mastodon_api.oauth import registration
from corridor.mastodon_api.push import subscription as push_subscription

api = NinjaAPI(
    title="Corridor, as Mastodon's apps see it",
    version="1",
    urls_namespace="mastodon",
    docs_url=None,
    openapi_url="/corridor/openapi.json",
)
api.add_router("", embedding.router)
api.add_router("/v1", registration.router)
api.add_router("/v1", credentials.router)
api.add_router("/v1", instance.first)
api.add_router("/v2", instance.second)
api.add_router("/v1", small_lists.router)
api.add_router("/v1", word_filters.router)
api.add_router("/v2", filters_within.router)
api.add_router("/v2", filters.router)
api.add_router("/v1", marked.router)
api.add_router("/corridor/v1", context_notes.router)
api.add_router("/v1", conversations.router)
api.add_router("/v1", interaction_requests.router)
api.add_router("/v1", markers.router)
api.add_router("/v1", notification_policy.router)
api.add_router("/v2", notification_policy.second)
api.add_router("/v1", notification_requests.router)
api.add_router("/v1", notifications.router)
api.add_router("/v1", push_subscription.router)
api.add_router("/v2", grouped_notifications.router)
api.add_router("/v1", media.router)
api.add_router("/v2", media.second)
api.add_router("/v1", polls.router)
api.add_router("/v1", reports.router)
api.add_router("/v1", scheduled_statuses.router)
api.add_router("/v1", status_marks.router)
api.add_router("/v1", status_people.router)
api.add_router("/v1", statuses.router)
api.add_router("/v1", timelines.router)
api.add_router("/v1", joining.router)
api.add_router("/v1", relationships.router)
api.add_router("/v1", posting.router)
api.add_router("/v1", reading.router)
api.add_router("/v1", own.router)
api.add_router("/v2", own.newer)
api.add_router("/v1", tags.router)
api.add_router("/v1", lists.router)
api.add_router("/v1", search.first)
api.add_router("/v2", search.second)


UNSAID = {"form", "query", "given"}
"""Words of ours in the place of a mistake, which apps never wrote."""


@api.exception_handler(ApiError)
def refused(request: HttpRequest, error: ApiError) -> HttpResponse:
    del request
    more = {"details": error.details} if error.details else {}
    return JsonResponse({"error": str(error.message)} | more, status=error.status)


@api.exception_handler(ValidationError)
def not_understood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    del request
    first = error.errors[0]
    field = ".".join(str(part) for part in first["loc"] if part not in UNSAID)
    said = f"Validation failed: {field}: {first['msg']}"
    return JsonResponse({"error": said}, status=422)
