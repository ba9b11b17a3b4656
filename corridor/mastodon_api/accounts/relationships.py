"""https://docs.joinmastodon.org/entities/Relationship/, and what changes it.

What others did about the reader is told only where they may be known to: nobody learns of a
block. Nothing to end is as good as ended: apps ask twice.
"""

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from corridor.mastodon_api.accounts import answers
from corridor.mastodon_api.answers import json_text
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.account import dumps
from corridor.mastodon_api.entities.post import moment
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.parameters import Asked, Given, Ids
from corridor.people import actions
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

router = Router(tags=["accounts"])
LONGEST_MUTE = 100 * 365 * 24 * 60 * 60


class Several(Schema):
    id: Ids = []
    with_suspended: bool = False


class FollowWishes(Schema):
    reblogs: bool | None = None
    notify: bool | None = None


class MuteWishes(Schema):
    notifications: bool = True
    duration: int = Field(default=0, ge=0, le=LONGEST_MUTE)


class Note(Schema):
    comment: str = ""


@router.get("/accounts/relationships", auth=Needs("read:follows"))
def relationships(request: HttpRequest, asked: Asked[Several]) -> HttpResponse:
    caller = caller_of_request(request)
    found = people.standings(asked.id, viewer_id=caller.member.pk, now=caller.now)
    return json_text(dumps([entity(pk, one) for pk, one in found.items()]))


@router.post("/accounts/{int:account_id}/follow", auth=Needs("write:follows"))
def follow(request: HttpRequest, account_id: int, given: Given[FollowWishes]) -> HttpResponse:
    caller = caller_of_request(request)
    followed = answers.somebody(account_id, caller)
    try:
        made = actions.follow(follower=caller.member, followed=followed, now=caller.now)
    except actions.CannotFollow as refused:
        raise ApiError(403, "This action is not allowed") from refused
    if given.reblogs is not None or given.notify is not None:
        actions.tune_follow(
            follower=caller.member,
            followed=followed,
            shows_boosts=made.shows_boosts if given.reblogs is None else given.reblogs,
            notifies=made.notifies if given.notify is None else given.notify,
        )
    return standing_answer(followed, caller)


@router.post("/accounts/{int:account_id}/unfollow", auth=Needs("write:follows"))
def unfollow(request: HttpRequest, account_id: int) -> HttpResponse:
    caller = caller_of_request(request)
    followed = answers.somebody(account_id, caller)
    with suppress(actions.NotFollowing):
        actions.unfollow(follower=caller.member, followed=followed)
    return standing_answer(followed, caller)


@router.post("/accounts/{int:account_id}/remove_from_followers", auth=Needs("write:follows"))
def remove_from_followers(request: HttpRequest, account_id: int) -> HttpResponse:
    caller = caller_of_request(request)
    follower = answers.somebody(account_id, caller)
    with suppress(actions.NotFollowing):
        actions.remove_follower(followed=caller.member, follower=follower)
    return standing_answer(follower, caller)


@router.post("/accounts/{int:account_id}/block", auth=Needs("write:blocks"))
def block(request: HttpRequest, account_id: int) -> HttpResponse:
    caller = caller_of_request(request)
    blocked = answers.somebody(account_id, caller)
    try:
        actions.block(blocker=caller.member, blocked=blocked, now=caller.now)
    except actions.CannotBlockYourself as refused:
        raise ApiError(403, "This action is not allowed") from refused
    return standing_answer(blocked, caller)


@router.post("/accounts/{int:account_id}/unblock", auth=Needs("write:blocks"))
def unblock(request: HttpRequest, account_id: int) -> HttpResponse:
    caller = caller_of_request(request)
    blocked = answers.somebody(account_id, caller)
    with suppress(actions.NotBlocked):
        actions.unblock(blocker=caller.member, blocked=blocked)
    return standing_answer(blocked, caller)


@router.post("/accounts/{int:account_id}/mute", auth=Needs("write:mutes"))
def mute(request: HttpRequest, account_id: int, given: Given[MuteWishes]) -> HttpResponse:
    """Who is muted is not heard in notifications either, whatever an app asks for."""
    caller = caller_of_request(request)
    muted = answers.somebody(account_id, caller)
    until = caller.now + timedelta(seconds=given.duration) if given.duration else None
    try:
        actions.mute(muter=caller.member, muted=muted, until=until, now=caller.now)
    except actions.CannotMuteYourself as refused:
        raise ApiError(403, "This action is not allowed") from refused
    return standing_answer(muted, caller)


@router.post("/accounts/{int:account_id}/unmute", auth=Needs("write:mutes"))
def unmute(request: HttpRequest, account_id: int) -> HttpResponse:
    caller = caller_of_request(request)
    muted = answers.somebody(account_id, caller)
    with suppress(actions.NotMuted):
        actions.unmute(muter=caller.member, muted=muted)
    return standing_answer(muted, caller)


@router.post("/accounts/{int:account_id}/note", auth=Needs("write:accounts"))
def note(request: HttpRequest, account_id: int, given: Given[Note]) -> HttpResponse:
    caller = caller_of_request(request)
    about = answers.somebody(account_id, caller)
    try:
        actions.note_about(about=about, text=given.comment, by=caller.member)
    except actions.NoteTooLong as refused:
        raise ApiError(422, "Validation failed: Comment is too long") from refused
    return standing_answer(about, caller)


@router.post("/accounts/{int:account_id}/pin", auth=Needs("write:accounts"))
@router.post("/accounts/{int:account_id}/endorse", auth=Needs("write:accounts"))
def endorse(request: HttpRequest, account_id: int) -> HttpResponse:
    caller = caller_of_request(request)
    profile = answers.somebody(account_id, caller)
    try:
        actions.endorse(profile=profile, by=caller.member, now=caller.now)
    except actions.NotFollowing as refused:
        said = "Validation failed: You must be already following the person you want to endorse"
        raise ApiError(422, said) from refused
    return standing_answer(profile, caller)


@router.post("/accounts/{int:account_id}/unpin", auth=Needs("write:accounts"))
@router.post("/accounts/{int:account_id}/unendorse", auth=Needs("write:accounts"))
def end_endorsement(request: HttpRequest, account_id: int) -> HttpResponse:
    caller = caller_of_request(request)
    profile = answers.somebody(account_id, caller)
    actions.end_endorsement(profile=profile, by=caller.member)
    return standing_answer(profile, caller)


def standing_answer(profile: "Profile", caller: Caller) -> HttpResponse:
    found = people.standings([profile.pk], viewer_id=caller.member.pk, now=caller.now)
    return json_text(dumps(entity(profile.pk, found[profile.pk])))


def entity(profile_id: int, standing: people.Standing) -> dict[str, Any]:
    follow, back, mute = standing.follow, standing.follow_back, standing.mute
    return {
        "id": str(profile_id),
        "following": standing.follows,
        "showing_reblogs": follow is not None and standing.follows and follow.shows_boosts,
        "notifying": follow is not None and standing.follows and follow.notifies,
        "languages": None,
        "followed_by": standing.is_followed,
        "blocking": standing.is_blocked,
        "blocked_by": False,
        "muting": mute is not None,
        "muting_notifications": mute is not None,
        "muting_expires_at": None if mute is None else moment(mute.until),
        "requested": follow is not None and not standing.follows,
        "requested_by": back is not None and not standing.is_followed,
        "domain_blocking": False,
        "endorsed": standing.is_endorsed,
        "note": standing.note,
    }
