"""An app that has the newest answer already is told so, and gets no copy of it (RFC 9110, 13).

The mark of an answer is a checksum and the length of its text: it does not tell two answers
apart once in four thousand million times. Answers belong to whoever asked; nobody else keeps
them.
"""

from collections.abc import Callable
from http import HTTPStatus
from zlib import crc32

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

ADDRESSES = "/api/"
KEEPING = "private, no-cache"
"""To be kept, and asked for again before it is used again."""
Respond = Callable[[HttpRequest], HttpResponse]


def mark_of(body: bytes) -> str:
    return f'W/"{crc32(body):08x}-{len(body):x}"'


def unchanged(get_response: Respond) -> Respond:
    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method != "GET" or not request.path_info.startswith(ADDRESSES):
            return response
        if response.streaming or response.status_code != HTTPStatus.OK:
            return response
        response.headers.setdefault("Cache-Control", KEEPING)
        response.headers.setdefault("ETag", mark_of(response.content))
        answer = get_conditional_response(request, response.headers["ETag"], None, response)
        return answer or response

    return middleware
