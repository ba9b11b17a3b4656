"""Context notes, for apps that show and rate them; an address of ours, `/api/corridor/v1/…`.

What somebody may see and do is as on the pages under `/notes/`. Mastodon has no word for it.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from ninja import Router, Schema
from pydantic import Field

from corridor.context_notes import actions, queries
from corridor.context_notes.choices import Answer, Why
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.context_note import whole_notes
from corridor.mastodon_api.errors import NotThere, told
from corridor.mastodon_api.named import post_named
from corridor.mastodon_api.paging import Page, piece, with_links
from corridor.mastodon_api.parameters import AnyOf, Asked, Given, number

if TYPE_CHECKING:
    from corridor.context_notes.models import ContextNote
    from corridor.context_notes.queries import ShownNote

router = Router(tags=["context notes"])
READS = Needs("read:notes")
FOR_ALL = Needs("read:notes", visitors=True)
WRITES = Needs("write:notes")
FURTHEST, MOST = 100_000, 40
ANSWERS: Mapping[type[Exception], tuple[int, str | Promise]] = {
    actions.NotOpen: (422, _("This note cannot be rated, or not any more.")),
    actions.NotRated: (422, _("You have not rated this note.")),
    actions.NotYoursToRate: (
        403,
        _("Verified members rate notes, but not their own, nor those on their own posts."),
    ),
    actions.ReasonsDoNotFit: (422, _("These reasons do not go with that answer.")),
    actions.TooManyRatings: (429, _("You have rated very many notes today; go on tomorrow.")),
}


class Waiting(Schema):
    """No number is a place in this list: it moves with each rating."""

    field: str = ""
    limit: int = Field(default=20, ge=1)
    offset: int = Field(default=0, ge=0, le=FURTHEST)


class RatingWords(Schema):
    answer: Answer
    reasons: AnyOf[Why] = []


@router.get("/notes", auth=READS)
def to_rate(request: HttpRequest, asked: Asked[Waiting]) -> HttpResponse:
    """Those of her own field first, then those that wait longest for answers."""
    caller = caller_of_request(request)
    rows = queries.notes_to_rate(caller.member, now=caller.now, field=asked.field)
    limit = min(asked.limit, MOST)
    found = list(rows[asked.offset : asked.offset + limit + 1])
    response = _several(found[:limit], caller)
    if len(found) > limit:
        further = {"field": asked.field, "limit": limit, "offset": asked.offset + limit}
        where = f"{settings.PUBLIC_URL}{request.path}?{urlencode(further)}"
        response.headers["Link"] = f'<{where}>; rel="next"'
    return response


@router.get("/notes/own", auth=READS)
def own(request: HttpRequest, asked: Asked[Page]) -> HttpResponse:
    """Newest first, withdrawn ones too."""
    caller = caller_of_request(request)
    found = piece(queries.own_notes(caller.member.pk), asked, by="pk")
    limit = asked.piece().limit
    return with_links(_several(found, caller), request, [one.pk for one in found], limit=limit)


@router.get("/notes/{note_id}", auth=FOR_ALL)
def read(request: HttpRequest, note_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    return _answer(_note_named(note_id, caller), caller)


@router.put("/notes/{note_id}/rating", auth=WRITES)
def rate(request: HttpRequest, note_id: str, given: Given[RatingWords]) -> HttpResponse:
    """In place of what she said before."""
    caller = caller_of_request(request)
    note = _note_named(note_id, caller)
    with told(ANSWERS):
        actions.rate_note(given.answer, given.reasons, note=note, by=caller.member, now=caller.now)
    return _answer(note, caller)


@router.delete("/notes/{note_id}/rating", auth=WRITES)
def take_back(request: HttpRequest, note_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    note = _note_named(note_id, caller)
    with told(ANSWERS):
        actions.take_back_rating(note=note, by=caller.member, now=caller.now)
    return _answer(note, caller)


@router.get("/statuses/{status_id}/notes", auth=FOR_ALL)
def under(request: HttpRequest, status_id: str) -> HttpResponse:
    """All that she may know of; visitors see those that stand under the post."""
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    if caller.viewer_id is None:
        shown = queries.notes_under([post.pk]).get(post.pk, ())
    else:
        shown = queries.shown_notes_on(post.pk, viewer_id=caller.viewer_id, now=caller.now)
    return _told(shown, caller)


def _note_named(note_id: str, caller: Caller) -> "ContextNote":
    found = queries.note_to_look_at(number(note_id), viewer=caller.profile, now=caller.now)
    if found is None:
        raise NotThere
    return found


def _several(notes: "Sequence[ContextNote]", caller: Caller) -> JsonResponse:
    return _told(queries.shown_notes(notes), caller)


def _told(shown: "Sequence[ShownNote]", caller: Caller) -> JsonResponse:
    return JsonResponse(whole_notes(shown, caller), safe=False)


def _answer(note: "ContextNote", caller: Caller) -> HttpResponse:
    (whole,) = whole_notes([queries.shown_note(note)], caller)
    return JsonResponse(whole)
