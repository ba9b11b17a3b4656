"""No address that people type has a NUL in it, and PostgreSQL cannot look for one."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict

NUL = "\0"


def refuse_nul(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        if NUL in request.path or _has_nul(request.GET):
            raise BadRequest
        return get_response(request)

    return middleware


def _has_nul(given: QueryDict) -> bool:
    return any(NUL in value for _, values in given.lists() for value in values)
