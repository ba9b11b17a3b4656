"""https://docs.joinmastodon.org/entities/Relationship/, and what changes it.

What others did about the reader is told only where they may be known to: nobody learns of a
block. Nothing to end is as good as ended: apps ask twice.
"""

from collections.abc import Callable, Mapping
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
from corridor.mastodon_api.errors import told
from corridor.mastodon_api.parameters import Asked, Given, Ids
from corridor.people import actions
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

router = Router(tags=["accounts"])
LONGEST_MUTE = 100 * 365 * 24 * 60 * 60
FOLLOWS = Needs("write:follows")
BLOCKS = Needs("write:blocks")
MUTES = Needs("write:mutes")
PROFILES = Needs("write:accounts")
NOT_ALLOWED = (403, "This action is not allowed")
REFUSALS: Mapping[type[Exception], tuple[int, str]] = {
    actions.CannotBlockYourself: NOT_ALLOWED,
    actions.CannotFollow: NOT_ALLOWED,
    actions.CannotMuteYourself: NOT_ALLOWED,
    actions.NoteTooLong: (422, "Validation failed: Comment is too long"),
    actions.NotFollowing: (
        422,
        "Validation failed: You must be already following the person you want to endorse",
    ),
}
Deed = Callable[["Profile", Caller], object]


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


@router.post("/accounts/{int:account_id}/follow", auth=FOLLOWS)
def follow(request: HttpRequest, account_id: int, given: Given[FollowWishes]) -> HttpResponse:
    caller = caller_of_request(request)
    followed = answers.somebody(account_id, caller)
    with told(REFUSALS):
        made = actions.follow(follower=caller.member, followed=followed, now=caller.now)
    if given.reblogs is not None or given.notify is not None:
        actions.tune_follow(
            follower=caller.member,
            followed=followed,
            shows_boosts=made.shows_boosts if given.reblogs is None else given.reblogs,
            notifies=made.notifies if given.notify is None else given.notify,
        )
    return standing_answer(followed, caller)


@router.post("/accounts/{int:account_id}/mute", auth=MUTES)
def mute(request: HttpRequest, account_id: int, given: Given[MuteWishes]) -> HttpResponse:
    """Who is muted is not heard in notifications either, whatever an app asks for."""
    caller = caller_of_request(request)
    muted = answers.somebody(account_id, caller)
    until = caller.now + timedelta(seconds=given.duration) if given.duration else None
    with told(REFUSALS):
        actions.mute(muter=caller.member, muted=muted, until=until, now=caller.now)
    return standing_answer(muted, caller)


@router.post("/accounts/{int:account_id}/note", auth=PROFILES)
def note(request: HttpRequest, account_id: int, given: Given[Note]) -> HttpResponse:
    caller = caller_of_request(request)
    about = answers.somebody(account_id, caller)
    with told(REFUSALS):
        actions.note_about(about=about, text=given.comment, by=caller.member)
    return standing_answer(about, caller)


def _unfollow(other: "Profile", by: Caller) -> None:
    with suppress(actions.NotFollowing):
        actions.unfollow(follower=by.member, followed=other)


def _remove_follower(other: "Profile", by: Caller) -> None:
    with suppress(actions.NotFollowing):
        actions.remove_follower(followed=by.member, follower=other)


def _unblock(other: "Profile", by: Caller) -> None:
    with suppress(actions.NotBlocked):
        actions.unblock(blocker=by.member, blocked=other)


def _unmute(other: "Profile", by: Caller) -> None:
    with suppress(actions.NotMuted):
        actions.unmute(muter=by.member, muted=other)


def _endorse(other: "Profile", by: Caller) -> None:
    actions.endorse(profile=other, by=by.member, now=by.now)


def _end_endorsement(other: "Profile", by: Caller) -> None:
    actions.end_endorsement(profile=other, by=by.member)


DEEDS: Mapping[str, tuple[Needs, Deed]] = {
    "unfollow": (FOLLOWS, _unfollow),
    "remove_from_followers": (FOLLOWS, _remove_follower),
    "block": (BLOCKS, lambda who, by: actions.block(blocker=by.member, blocked=who, now=by.now)),
    "unblock": (BLOCKS, _unblock),
    "unmute": (MUTES, _unmute),
    "pin": (PROFILES, _endorse),
    "endorse": (PROFILES, _endorse),
    "unpin": (PROFILES, _end_endorsement),
    "unendorse": (PROFILES, _end_endorsement),
}
"""What says all by its address; each answers with how the two stand to each other now."""


def _offer(name: str, needs: Needs, deed: Deed) -> None:
    def do(request: HttpRequest, account_id: int) -> HttpResponse:
        caller = caller_of_request(request)
        other = answers.somebody(account_id, caller)
        with told(REFUSALS):
            deed(other, caller)
        return standing_answer(other, caller)

    address = f"/accounts/{{int:account_id}}/{name}"
    router.post(address, auth=needs, operation_id=f"{name}_account")(do)


for _name, (_needs, _deed) in DEEDS.items():
    _offer(_name, _needs, _deed)


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
