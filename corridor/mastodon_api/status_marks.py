"""https://docs.joinmastodon.org/methods/statuses/: what people do with a post of somebody.

The number may be one of a boost: what is done is done to the post in it.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import BeforeValidator

from corridor.mastodon_api import answers
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.given_posts import AUDIENCES, MaybeId, Visibility
from corridor.mastodon_api.named import own_post_named, post_named
from corridor.mastodon_api.parameters import Given, number
from corridor.mastodon_api.refusals import told
from corridor.posts import actions as posting

if TYPE_CHECKING:
    from corridor.posts.models import Post

router = Router(tags=["statuses"])
MARKS = Needs("write:favourites")
KEEPS = Needs("write:bookmarks")
WRITES = Needs("write:statuses")
MUTES = Needs("write:mutes")
PINS = Needs("write:accounts")
Deed = Callable[["Post", Caller], object]


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


def _take_back_boost(post: "Post", caller: Caller) -> None:
    with suppress(posting.NotBoosted):  # apps ask twice, and Mastodon answers with the post
        posting.take_back_boost(post=post, by=caller.member)


DEEDS: Mapping[str, tuple[Needs, Deed]] = {
    "unreblog": (WRITES, _take_back_boost),
    "favourite": (MARKS, lambda post, by: posting.give_kudos(post=post, by=by.member, now=by.now)),
    "unfavourite": (MARKS, lambda post, by: posting.take_back_kudos(post=post, by=by.member)),
    "bookmark": (
        KEEPS,
        lambda post, by: posting.bookmark_post(post=post, by=by.member, now=by.now),
    ),
    "unbookmark": (KEEPS, lambda post, by: posting.remove_bookmark(post=post, by=by.member)),
    "mute": (MUTES, lambda post, by: posting.mute_thread(post=post, by=by.member, now=by.now)),
    "unmute": (MUTES, lambda post, by: posting.unmute_thread(post=post, by=by.member)),
    "pin": (PINS, lambda post, by: posting.pin_post(post=post, by=by.member, now=by.now)),
    "unpin": (PINS, lambda post, by: posting.unpin_post(post=post, by=by.member)),
}
"""What says all by its address; each answers with the post as it is now."""


def _offer(name: str, needs: Needs, deed: Deed) -> None:
    def do(request: HttpRequest, status_id: str) -> HttpResponse:
        caller = caller_of_request(request)
        post = post_named(status_id, caller)
        with told():
            deed(post, caller)
        return answers.status(post.pk, caller)

    router.post(f"/statuses/{{status_id}}/{name}", auth=needs, operation_id=f"{name}_status")(do)


for _name, (_needs, _deed) in DEEDS.items():
    _offer(_name, _needs, _deed)


@router.post("/statuses/{status_id}/quotes/{quoting_id}/revoke", auth=WRITES)
def revoke_quote(request: HttpRequest, status_id: str, quoting_id: str) -> HttpResponse:
    caller = caller_of_request(request)
    post = own_post_named(status_id, caller)
    quoting = post_named(quoting_id, caller)
    with told():
        posting.revoke_quote(post=post, quoting=quoting, by=caller.member)
    return answers.status(quoting.pk, caller)
