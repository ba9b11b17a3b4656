"""An operator invites somebody, or anybody who has the link."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from corridor.people import policies
from corridor.people.actions.answer_admission import NotAnOperator
from corridor.people.invitation_tokens import digest_of, new_token
from corridor.people.models import Invitation, Profile

LONGEST_DAYS = 90
MOST_USES = 500


class InvitationOver(Exception):
    """Unknown, used up, expired or withdrawn: whoever holds the link is not told which."""


@dataclass(frozen=True, kw_only=True)
class NewInvitation:
    email: str = ""
    """Only for this mailbox, and once."""
    days: int = 14
    most_uses: int = 1


@transaction.atomic
def make_invitation(new: NewInvitation, *, by: Profile, now: datetime) -> tuple[Invitation, str]:
    """The invitation and its token, which nobody can read again. Raises NotAnOperator or
    ValidationError.
    """
    if not policies.operates(by):
        raise NotAnOperator
    if not (1 <= new.days <= LONGEST_DAYS and 1 <= new.most_uses <= MOST_USES):
        raise ValidationError(_("An invitation is for 1 to 90 days and 1 to 500 people."))

    token = new_token()
    invitation = Invitation(
        token_digest=digest_of(token),
        email=new.email.strip().lower(),
        made_by=by,
        made_at=now,
        expires_at=now + timedelta(days=new.days),
        most_uses=1 if new.email else new.most_uses,
    )
    invitation.full_clean()
    invitation.save()
    return invitation, token


@transaction.atomic
def renew_invitation(*, invitation: Invitation, by: Profile, now: datetime) -> str:
    """A new token for as long again; the old link opens nothing any more.

    Raises NotAnOperator, or InvitationOver where it was withdrawn or is used up.
    """
    if not policies.operates(by):
        raise NotAnOperator
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if locked.withdrawn_at or locked.uses >= locked.most_uses:
        raise InvitationOver

    token = new_token()
    span = locked.expires_at - locked.made_at
    locked.token_digest = digest_of(token)
    locked.made_at = now
    locked.expires_at = now + span
    locked.save(update_fields=["token_digest", "made_at", "expires_at"])
    return token


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: Profile, now: datetime) -> None:
    """Raises NotAnOperator or InvitationOver."""
    if not policies.operates(by):
        raise NotAnOperator
    standing = Invitation.objects.filter(pk=invitation.pk, withdrawn_at=None)
    if not standing.update(withdrawn_at=now):
        raise InvitationOver


def use_invitation(invitation: Invitation, *, now: datetime) -> None:
    """Raises InvitationOver. Counted in the database: two people at once cannot share one use."""
    standing = Invitation.objects.filter(
        pk=invitation.pk, withdrawn_at=None, expires_at__gt=now, uses__lt=F("most_uses")
    )
    if not standing.update(uses=F("uses") + 1):
        raise InvitationOver
