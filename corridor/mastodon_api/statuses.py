"""https://docs.joinmastodon.org/methods/statuses/: one post, and what is said around it."""

import json
from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema
from pydantic import Field

from corridor.mastodon_api import answers
from corridor.mastodon_api.account_texts import account_texts
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.account import dumps
from corridor.mastodon_api.entities.edits import edits
from corridor.mastodon_api.entities.post import own_media
from corridor.mastodon_api.entities.scheduled import scheduled_status
from corridor.mastodon_api.errors import ApiError, NotThere
from corridor.mastodon_api.given_posts import (
    QUOTERS,
    Id,
    NewPostWords,
    PostWords,
    QuotePolicy,
    language_of,
)
from corridor.mastodon_api.named import own_post_named, post_named
from corridor.mastodon_api.parameters import Asked, Given, number
from corridor.mastodon_api.refusals import told
from corridor.mastodon_api.second_reader import Meant, leading_to_a_reader
from corridor.mastodon_api.sent_again import kept_if_sent_again
from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.posts.choices import Repliers
from corridor.safety.what_is_read import About, as_new

router = Router(tags=["statuses"])
MOST = 20
READS = Needs("read:statuses", visitors=True)
WRITES = Needs("write:statuses")


class Several(Schema):
    id: list[Id] = Field(default=[], max_length=100)


class RepliersWords(Schema):
    repliers: Repliers


class InteractionPolicy(Schema):
    quote_approval_policy: QuotePolicy | None = None
    corridor: RepliersWords | None = None


@router.post("/statuses", auth=WRITES)
def publish(request: HttpRequest, given: Given[NewPostWords]) -> HttpResponse:
    caller = caller_of_request(request)

    def meant() -> Meant:
        return Meant(post=given.meant(caller), publish_at=given.scheduled_at)

    with leading_to_a_reader(meant, caller):
        if given.scheduled_at is not None and given.scheduled_at > caller.now:
            return _schedule(given, given.scheduled_at, request)
        return _publish(given, request)


def _publish(given: NewPostWords, request: HttpRequest) -> HttpResponse:
    caller = caller_of_request(request)

    def make() -> int:
        with kept_if_sent_again(given.meant(caller), caller) as new:
            return posting.publish_post(new, by=caller.member, now=caller.now).pk

    return answers.status(_once(make, given, request), caller)


def _schedule(given: NewPostWords, due_at: datetime, request: HttpRequest) -> HttpResponse:
    caller = caller_of_request(request)

    def make() -> int:
        with kept_if_sent_again(given.meant(caller), caller) as new:
            return posting.schedule_post(new, due_at=due_at, by=caller.member, now=caller.now).pk

    made = _once(make, given, request)
    kept = posts.own_schedule(caller.member.pk).filter(pk=made).first()
    if kept is None:
        raise NotThere
    return JsonResponse(scheduled_status(kept))


def _once(make: Callable[[], int], given: NewPostWords, request: HttpRequest) -> int:
    """Its id; of an app that sends again, the id of the first time."""
    caller = caller_of_request(request)
    key = request.headers.get("Idempotency-Key", "")

    def describe_and_make() -> int:
        for one in given.descriptions:
            posting.describe_media(one, by=caller.member, now=caller.now)
        return make()

    if not key and not given.descriptions:
        with told():
            return make()
    with told(), transaction.atomic():
        if not key:
            return describe_and_make()
        return posting.do_once(describe_and_make, key=key, by=caller.member, now=caller.now)


@router.get("/statuses", auth=READS)
def several(request: HttpRequest, asked: Asked[Several]) -> HttpResponse:
    caller = caller_of_request(request)
    ids = list(dict.fromkeys(asked.id))[:MOST]
    found = answers.texts_by_id(ids, caller)
    return answers.json_text(f"[{','.join(found[pk] for pk in ids if pk in found)}]")


@router.get("/statuses/{status_id}", auth=READS)
def read(request: HttpRequest, status_id: str) -> HttpResponse:
    return answers.status_or_boost(number(status_id), caller_of_request(request))


@router.put("/statuses/{status_id}", auth=WRITES)
def edit(request: HttpRequest, status_id: str, given: Given[PostWords]) -> HttpResponse:
    caller = caller_of_request(request)
    post = own_post_named(status_id, caller)
    edited = posting.Edit(
        text=post.text if given.status is None else given.status,
        content_note=given.spoiler_text or "",
        is_sensitive=bool(given.sensitive),
        language=language_of(given.language) or post.language,
        attachments=given.media_ids,
        descriptions=given.descriptions,
        poll=None if given.poll is None else given.poll.meant(),
    )

    def meant() -> Meant:
        about = About(post=post, descriptions=edited.descriptions)
        return Meant(post=as_new(edited, post), about=about)

    with leading_to_a_reader(meant, caller), told(), transaction.atomic():
        with kept_if_sent_again(edited, caller) as kept:
            posting.edit_post(kept, post=post, by=caller.member, now=caller.now)
        if given.quote_approval_policy is not None:
            quoters = QUOTERS[given.quote_approval_policy]
            posting.choose_quoters(post=post, quoters=quoters, by=caller.member)
    return answers.status(post.pk, caller)


@router.delete("/statuses/{status_id}", auth=WRITES)
def delete(request: HttpRequest, status_id: str) -> HttpResponse:
    """Answers with the words as they were written and with pictures that her app can still show, to
    write it anew.

    `delete_media` changes nothing: nobody else sees them any more either way, and they go for good
    with the post, when it cannot be brought back any longer.
    """
    caller = caller_of_request(request)
    boost = posts.boost_shown(number(status_id), viewer_id=caller.member.pk, now=caller.now)
    if boost is not None and boost.booster_id == caller.member.pk:
        answer = answers.status_or_boost(boost.pk, caller)
        posting.take_back_boost(post=boost.post, by=caller.member)
        return answer
    post = own_post_named(status_id, caller)
    answer = json.loads(answers.status_text(post.pk, caller))
    pictures = [int(one["id"]) for one in answer["media_attachments"]]
    with told():
        posting.delete_post(post=post, by=caller.member, now=caller.now)
    kept = [posts.own_attachment(pk, viewer_id=caller.member.pk) for pk in pictures]
    media = [own_media(one) for one in kept if one is not None]
    return answers.json_text(dumps(answer | {"media_attachments": media, "text": post.text}))


@router.get("/statuses/{status_id}/context", auth=READS)
def context(request: HttpRequest, status_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    pk, thread = _place(status_id, caller)
    around = posts.conversation(pk, thread, viewer_id=caller.viewer_id, now=caller.now)
    found = answers.texts_by_id([*around.above, *around.below], caller)
    above = ",".join(found[pk] for pk in around.above if pk in found)
    below = ",".join(found[pk] for pk in around.below if pk in found)
    return answers.json_text(f'{{"ancestors":[{above}],"descendants":[{below}]}}')


def _place(status_id: str, caller: Caller) -> tuple[int, int]:
    """Numbers of a post and of its thread. Raises NotThere."""
    pk = number(status_id)
    thread = posts.thread_of(pk, viewer_id=caller.viewer_id, now=caller.now)
    if thread is not None:
        return pk, thread
    post = post_named(status_id, caller)  # where the number is of a boost
    return post.pk, post.thread


@router.get("/statuses/{status_id}/source", auth=Needs("read:statuses"))
def source(request: HttpRequest, status_id: str) -> HttpResponse:
    post = post_named(status_id, caller_of_request(request))
    return JsonResponse({"id": str(post.pk), "text": post.text, "spoiler_text": post.content_note})


@router.get("/statuses/{status_id}/history", auth=READS)
def history(request: HttpRequest, status_id: str) -> HttpResponse:
    post = post_named(status_id, caller_of_request(request))
    account = account_texts([post.author_id])[post.author_id]
    return answers.json_text(edits(post, account))


@router.get("/statuses/{status_id}/card", auth=READS)
def card(request: HttpRequest, status_id: str) -> HttpResponse:
    """Nothing is fetched from where a link leads, so there is none."""
    post_named(status_id, caller_of_request(request))
    raise NotThere


@router.post("/statuses/{status_id}/translate", auth=READS)
def translate(request: HttpRequest, status_id: str) -> HttpResponse:
    post_named(status_id, caller_of_request(request))
    raise ApiError(403, "This action is not allowed")


@router.put("/statuses/{status_id}/interaction_policy", auth=WRITES)
def choose_who_answers(
    request: HttpRequest, status_id: str, given: Given[InteractionPolicy]
) -> HttpResponse:
    caller = caller_of_request(request)
    post = own_post_named(status_id, caller)
    if given.quote_approval_policy is None and given.corridor is None:
        raise ApiError(422, "Validation failed: quote_approval_policy: Field required")
    if given.quote_approval_policy is not None:
        quoters = QUOTERS[given.quote_approval_policy]
        posting.choose_quoters(post=post, quoters=quoters, by=caller.member)
    if given.corridor is not None:
        repliers = given.corridor.repliers
        posting.choose_repliers(post=post, repliers=repliers, by=caller.member)
    return answers.status(post.pk, caller)
