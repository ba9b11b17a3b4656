"""The team invites people to apply: one, or all of a list; again, or not any more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from corridor.people import letters
from corridor.people.invitation_tokens import digest_of, new_token
from corridor.programmes import policies, queries
from corridor.programmes.actions.review_rights import NotDirector
from corridor.programmes.letters_to_applicants import invitation as letter
from corridor.programmes.models import Round, RoundInvitation

if TYPE_CHECKING:
    from corridor.people.models import Profile

VALID_FOR = timedelta(days=30)
MOST_AT_ONCE = 2_000
MOST_TIMES = 5


class NotAnAddress(Exception):
    """One of them is no e-mail address."""

    def __init__(self, email: str) -> None:
        super().__init__(email)
        self.email = email


class TooManyInvitations(Exception):
    """More than 2,000 at once, or the same person for the sixth time."""


class InvitationEnded(Exception):
    """It was used or withdrawn."""


class RoundTakesNobody(Exception):
    """Applications to this round are closed."""


@dataclass(frozen=True, kw_only=True)
class NewInvitations:
    side: str
    emails: Iterable[str]
    answers: Mapping[str, Any] = field(default_factory=dict)
    """E-mail -> what a file said for her, as a document."""


@transaction.atomic
def invite_to_round(
    *, round: Round, new: NewInvitations, by: "Profile", now: datetime
) -> list[RoundInvitation]:
    """Those invited now: whoever was before, or has applied, is left as she is.

    Raises NotDirector, RoundTakesNobody, NotAnAddress or TooManyInvitations.
    """
    if not policies.can(by, round.programme, policies.Right.ADMIT):
        raise NotDirector
    Round.objects.select_for_update().get(pk=round.pk)
    if queries.shut_by_time(round, now=now) in {queries.Shut.CLOSED, queries.Shut.NOT_ACTIVE}:
        raise RoundTakesNobody
    emails = list(dict.fromkeys(email.strip().lower() for email in new.emails if email.strip()))
    if len(emails) > MOST_AT_ONCE:
        raise TooManyInvitations
    for email in emails:
        _check(email)
    known = set(
        RoundInvitation.objects.filter(round=round, side=new.side).values_list("email", flat=True)
    )
    known |= queries.mailboxes_that_applied(round, side=new.side)
    return [_invite(round, email, new, by=by, now=now) for email in emails if email not in known]


def _check(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as wrong:
        raise NotAnAddress(email) from wrong


def _invite(
    round: Round, email: str, new: NewInvitations, *, by: "Profile", now: datetime
) -> RoundInvitation:
    token = new_token()
    made = RoundInvitation(
        round=round,
        side=new.side,
        email=email,
        token_digest=digest_of(token),
        made_by=by,
        made_at=now,
        sent_at=now,
        expires_at=now + VALID_FOR,
    )
    if email in new.answers:
        made.answers = new.answers[email]
    made.save()
    letters.tell(letter(made, token), to=email)
    return made


@transaction.atomic
def send_invitation_again(*, invitation: RoundInvitation, by: "Profile", now: datetime) -> None:
    """With a new link; the old one opens nothing any more.

    Raises NotDirector, InvitationEnded or TooManyInvitations.
    """
    held = _hold(invitation, by=by)
    if held.times_sent >= MOST_TIMES:
        raise TooManyInvitations
    token = new_token()
    held.token_digest = digest_of(token)
    held.sent_at, held.expires_at = now, now + VALID_FOR
    held.times_sent += 1
    held.save(update_fields=["token_digest", "sent_at", "expires_at", "times_sent"])
    letters.tell(letter(held, token), to=held.email)


@transaction.atomic
def withdraw_round_invitation(*, invitation: RoundInvitation, by: "Profile", now: datetime) -> None:
    """Raises NotDirector or InvitationEnded."""
    held = _hold(invitation, by=by)
    held.withdrawn_at = now
    held.sealed_answers = b""
    held.save(update_fields=["withdrawn_at", "sealed_answers"])


def _hold(invitation: RoundInvitation, *, by: "Profile") -> RoundInvitation:
    held = (
        RoundInvitation.objects.select_for_update(of=("self",))
        .select_related("round__programme")
        .get(pk=invitation.pk)
    )
    if not policies.can(by, held.round.programme, policies.Right.ADMIT):
        raise NotDirector
    if held.used_at is not None or held.withdrawn_at is not None:
        raise InvitationEnded
    return held
