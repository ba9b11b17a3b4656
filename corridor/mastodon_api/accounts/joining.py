"""Joining through an app: by the same rules as on the page, and closed until a mailbox is shown.

https://docs.joinmastodon.org/methods/accounts/#create, https://docs.joinmastodon.org/methods/emails/
"""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema
from pydantic import Field

from corridor.kernel.rate_limits import is_within_limit, is_within_limit_of
from corridor.mastodon_api.accounts.newcomers import NewMember, check
from corridor.mastodon_api.accounts.reading import router as accounts
from corridor.mastodon_api.callers import (
    NOBODY,
    Needs,
    bearer,
    caller_of_request,
    checksum,
    kept_token,
)
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.oauth.issuing import issue
from corridor.mastodon_api.parameters import Given
from corridor.mastodon_api.registrations import is_open
from corridor.people import actions, letters, policies, queries
from corridor.people.joining_letters import known_mailbox, not_on_a_roster

if TYPE_CHECKING:
    from corridor.people.models import Account

router = Router(tags=["accounts"])

AN_HOUR = 3600
TOO_MANY = "Too many requests"


class OtherMailbox(Schema):
    email: str = Field(default="", max_length=1_000)


@accounts.post("/accounts", auth=Needs("write:accounts", visitors=True))
def join(request: HttpRequest, given: Given[NewMember]) -> dict[str, Any]:
    """A token that works once the mailbox is shown.

    For somebody who has an account the answer is the same, and a mail says so: an app does not
    find out who is a member.
    """
    caller = caller_of_request(request)
    if caller.token_id is None:
        raise ApiError(401, "The access token is invalid")
    if not is_open():
        raise ApiError(403, "This action is not allowed")
    if not is_within_limit(request, "join-by-app", most=60, seconds=60):
        raise ApiError(429, TOO_MANY)
    check(given, today=caller.now.date())
    account = _joined(given, now=caller.now)
    _write(given.email, account, now=caller.now)
    return issue(account, by=caller)


@router.post("/emails/confirmations")
def send_again(request: HttpRequest, given: Given[OtherMailbox]) -> dict[str, Any]:
    """With the token that joining gave, to the mailbox that was given then."""
    now = timezone.now()
    token = kept_token(bearer(request.headers.get("Authorization", "")), now=now)
    if token.scope == NOBODY:
        return {}
    account = token.user
    if account is None or not queries.is_unconfirmed(account):
        said = "This method is only available while the e-mail is awaiting confirmation"
        raise ApiError(403, said)
    if given.email.strip().lower() not in {"", account.email}:
        raise ApiError(422, "Validation failed: Email can't be changed; join anew with the other")
    _write(account.email, account, now=now)
    return {}


@router.get("/emails/check_confirmation", auth=Needs(""))
def check_confirmation(request: HttpRequest) -> dict[str, Any]:
    """Whoever has not shown her mailbox does not come so far."""
    caller_of_request(request)
    return {}


def _joined(given: NewMember, *, now: datetime) -> "Account | None":
    """None for a mailbox that has an account, or may have none."""
    newcomer = actions.Newcomer(
        email=given.email, name=given.username, words=given.reason[:500], handle=given.username
    )
    with suppress(actions.EmailTaken, actions.MayNotJoin):
        return actions.join(newcomer, given.password, now=now).account
    make_password(given.password)  # takes as long as for a newcomer
    return None


def _write(email: str, account: "Account | None", *, now: datetime) -> None:
    """Raises ApiError where no mail can be sent: what waits for it would wait for ever."""
    if not is_within_limit_of(checksum(email.lower()), "mailbox-mail", most=10, seconds=AN_HOUR):
        return
    try:
        if account is not None:
            actions.send_mailbox_link(account, now=now)
        elif policies.can_join(email, is_invited=False):
            letters.send(known_mailbox(), to=email)
        else:
            letters.send(not_on_a_roster(), to=email)
    except letters.MailNotSent:
        raise ApiError(503, "No mail can be sent just now; try again later") from None
