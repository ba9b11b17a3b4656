"""https://docs.joinmastodon.org/methods/media/"""

from typing import TYPE_CHECKING, Annotated, Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema
from pydantic import PlainValidator, WithJsonSchema

from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.post import own_media
from corridor.mastodon_api.errors import ApiError, NotThere
from corridor.mastodon_api.given_posts import focus_of
from corridor.mastodon_api.parameters import Given, number
from corridor.mastodon_api.refusals import told
from corridor.mastodon_api.sent_again import kept_if_sent_again
from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.posts.choices import MediaState

if TYPE_CHECKING:
    from corridor.posts.models import Attachment

WRITES = Needs("write:media")
ACCEPTED, PARTIAL = 202, 206
BROKEN = "Validation failed: the file could not be read, or is longer than five minutes."

router = Router(tags=["media"])
second = Router(tags=["media"])
"""Of the second version of the API: it does not wait until a video is ready."""


def _a_file(value: Any) -> Any:
    if not isinstance(value, UploadedFile):
        raise ValueError("is no file")  # noqa: TRY004 - pydantic reads ValueError
    return value


class MediaFile(Schema):
    file: Annotated[
        Any,
        PlainValidator(_a_file),
        WithJsonSchema({"type": "string", "format": "binary"}),
    ]
    description: str | None = None
    focus: str | None = None


class MediaWords(Schema):
    description: str | None = None
    focus: str | None = None


@router.post("/media", auth=WRITES)
def send(request: HttpRequest, given: Given[MediaFile]) -> HttpResponse:
    return _told(_sent(given, caller_of_request(request)), request, waiting=200)


@second.post("/media", auth=WRITES, operation_id="send_and_wait")
def send_without_waiting(request: HttpRequest, given: Given[MediaFile]) -> HttpResponse:
    return _told(_sent(given, caller_of_request(request)), request, waiting=ACCEPTED)


@router.get("/media/{media_id}", auth=WRITES)
def read(request: HttpRequest, media_id: str) -> HttpResponse:
    return _told(_named(media_id, caller_of_request(request)), request, waiting=PARTIAL)


@router.put("/media/{media_id}", auth=WRITES)
def describe(request: HttpRequest, media_id: str, given: Given[MediaWords]) -> HttpResponse:
    caller = caller_of_request(request)
    words = posting.Description(
        attachment=_named(media_id, caller).pk,
        alt=given.description,
        focus=focus_of(given.focus),
    )
    with told(), kept_if_sent_again(words, caller) as kept:
        described = posting.describe_media(kept, by=caller.member, now=caller.now)
    return _told(described, request, waiting=PARTIAL)


@router.delete("/media/{media_id}", auth=WRITES)
def delete(request: HttpRequest, media_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    with told():
        posting.delete_media(attachment=_named(media_id, caller), by=caller.member)
    return JsonResponse({})


def _sent(given: MediaFile, caller: Caller) -> "Attachment":
    upload = posting.Upload(
        file=given.file, alt=given.description or "", focus=focus_of(given.focus) or (0, 0)
    )
    with told():
        made = posting.upload_media(upload, by=caller.member, now=caller.now)
    return _named(str(made.pk), caller)


def _told(attachment: "Attachment", request: HttpRequest, *, waiting: int) -> HttpResponse:
    if attachment.state == MediaState.FAILED:
        raise ApiError(422, BROKEN)
    is_looked_at = posting.is_being_looked_at(attachment, now=caller_of_request(request).now)
    is_ready = attachment.state == MediaState.READY and not is_looked_at
    return JsonResponse(own_media(attachment), status=200 if is_ready else waiting)


def _named(media_id: str, caller: Caller) -> "Attachment":
    found = posts.own_attachment(number(media_id), viewer_id=caller.member.pk)
    if found is None:
        raise NotThere
    return found
