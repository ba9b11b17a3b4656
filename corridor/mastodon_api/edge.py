"""What every answer to an app has, whichever view made it."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from corridor.mastodon_api import rates
from corridor.mastodon_api.callers import Caller, bearer
from corridor.mastodon_api.uses import note_use

FOR_APPS = (
    "/api/",
    "/oauth/token",
    "/oauth/revoke",
    "/oauth/userinfo",
    "/.well-known/",
    "/nodeinfo/",
)
COUNTED = "/api/"
TOO_MANY = "Too many requests"
Respond = Callable[[HttpRequest], HttpResponse]


def edge(get_response: Respond) -> Respond:
    """Addresses with a slash at the end, HEAD, limits, and errors as JSON: even Django's."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(FOR_APPS):
            return get_response(request)
        _without_slash(request)
        method = request.method
        if method == "HEAD":
            request.method = "GET"  # whoever serves this leaves the body out
        response = _counted(request, get_response)
        request.method = method
        return _as_json(response)

    return middleware


def _without_slash(request: HttpRequest) -> None:
    """Mastodon answers both, and some apps ask for `/api/v1/instance/`."""
    if request.path_info.endswith("/") and request.path_info not in FOR_APPS:
        request.path_info = request.path_info.rstrip("/")
        request.path = request.path.rstrip("/")


def _counted(request: Any, get_response: Respond) -> HttpResponse:
    """Visitors here; members where the token says who they are."""
    if not request.path_info.startswith(COUNTED) or request.method == "OPTIONS":
        return get_response(request)
    if not bearer(request.headers.get("Authorization", "")):
        request.rate = rates.count_visitor(request, now=timezone.now())
        if request.rate.is_over:
            return _with_rate(request, JsonResponse({"error": TOO_MANY}, status=429))
    response = get_response(request)
    if isinstance(caller := getattr(request, "auth", None), Caller):
        note_use(caller)
    if not hasattr(request, "rate"):  # a token that is nobody's, tried or lost
        request.rate = rates.count_visitor(request, now=timezone.now())
    return _with_rate(request, response)


def _with_rate(request: Any, response: HttpResponse) -> HttpResponse:
    rates.put_on(response, request.rate)
    return response


def _as_json(response: HttpResponse) -> HttpResponse:
    if response.status_code < HTTPStatus.BAD_REQUEST or _says_error(response):
        return response
    phrase = HTTPStatus(response.status_code).phrase
    response.content = JsonResponse({"error": phrase}).content
    response.headers["Content-Type"] = "application/json"
    # Django has counted the page already, and apps wait for as many bytes as are announced.
    response.headers["Content-Length"] = str(len(response.content))
    return response


def _says_error(response: HttpResponse) -> bool:
    if response.streaming:
        return True
    is_json = response.headers.get("Content-Type", "").startswith("application/json")
    return is_json and response.content.startswith(b'{"error"')
