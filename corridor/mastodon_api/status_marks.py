"""https://docs.joinmastodon.org/methods/statuses/: what people do with a post of somebody.

The number may be one of a boost: what is done is done to the post in it.
"""

from contextlib import suppress
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import BeforeValidator

from corridor.mastodon_api import answers
from corridor.mastodon_api.callers import Needs, caller_of_request
from corridor.mastodon_api.given_posts import AUDIENCES, MaybeId, Visibility
from corridor.mastodon_api.named import own_post_named, post_named
from corridor.mastodon_api.parameters import Given, number
from corridor.mastodon_api.refusals import told
from corridor.posts import actions as posting

router = Router(tags=["statuses"])
MARKS = Needs("write:favourites")
KEEPS = Needs("write:bookmarks")
WRITES = Needs("write:statuses")
MUTES = Needs("write:mutes")


class BoostWords(Schema):
    visibility: Annotated[
        Visibility | None, BeforeValidator(lambda said: None if said == "" else said)
    ] = None
    via: MaybeId = None
    """Ours: the boost that showed it to her, where the number in the address is the post's."""


@router.post("/statuses/{status_id}/reblog", auth=WRITES)
def boost(request: HttpRequest, status_id: str, given: Given[BoostWords]) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    seen = given.via if post.pk == number(status_id) else number(status_id)
    with told():
        made = posting.boost_post(
            post=post,
            by=caller.member,
            now=caller.now,
            via=seen,
            audience=AUDIENCES[given.visibility or "public"],
        )
    return answers.status_or_boost(made.pk, caller)


@router.post("/statuses/{status_id}/unreblog", auth=WRITES)
def take_back_boost(request: HttpRequest, status_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    with suppress(posting.NotBoosted):  # apps ask twice, and Mastodon answers with the post
        posting.take_back_boost(post=post, by=caller.member)
    return answers.status(post.pk, caller)


@router.post("/statuses/{status_id}/favourite", auth=MARKS)
def give_kudos(request: HttpRequest, status_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    posting.give_kudos(post=post, by=caller.member, now=caller.now)
    return answers.status(post.pk, caller)


@router.post("/statuses/{status_id}/unfavourite", auth=MARKS)
def take_back_kudos(request: HttpRequest, status_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    posting.take_back_kudos(post=post, by=caller.member)
    return answers.status(post.pk, caller)


@router.post("/statuses/{status_id}/bookmark", auth=KEEPS)
def bookmark(request: HttpRequest, status_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    posting.bookmark_post(post=post, by=caller.member, now=caller.now)
    return answers.status(post.pk, caller)


@router.post("/statuses/{status_id}/unbookmark", auth=KEEPS)
def remove_bookmark(request: HttpRequest, status_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    posting.remove_bookmark(post=post, by=caller.member)
    return answers.status(post.pk, caller)


@router.post("/statuses/{status_id}/mute", auth=MUTES)
def mute_thread(request: HttpRequest, status_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    posting.mute_thread(post=post, by=caller.member, now=caller.now)
    return answers.status(post.pk, caller)


@router.post("/statuses/{status_id}/unmute", auth=MUTES)
def unmute_thread(request: HttpRequest, status_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    posting.unmute_thread(post=post, by=caller.member)
    return answers.status(post.pk, caller)


@router.post("/statuses/{status_id}/pin", auth=Needs("write:accounts"))
def pin(request: HttpRequest, status_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    with told():
        posting.pin_post(post=post, by=caller.member, now=caller.now)
    return answers.status(post.pk, caller)


@router.post("/statuses/{status_id}/unpin", auth=Needs("write:accounts"))
def unpin(request: HttpRequest, status_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    post = post_named(status_id, caller)
    with told():
        posting.unpin_post(post=post, by=caller.member)
    return answers.status(post.pk, caller)


@router.post("/statuses/{status_id}/quotes/{quoting_id}/revoke", auth=WRITES)
def revoke_quote(request: HttpRequest, status_id: str, quoting_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    post = own_post_named(status_id, caller)
    quoting = post_named(quoting_id, caller)
    with told():
        posting.revoke_quote(post=post, quoting=quoting, by=caller.member)
    return answers.status(quoting.pk, caller)
