"""A newcomer has shown that her mailbox is hers."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from corridor.people import queries
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.invitation_tokens import digest_of
from corridor.people.models import Account, Admission, Invitation


@transaction.atomic
def let_in(account: Account, *, now: datetime) -> bool:
    """Open the account, and say so; False while an operator has to decide about it."""
    if Admission.objects.filter(account=account, is_admitted=False).update(asked_at=now):
        return False
    account.is_active = True
    account.save(update_fields=["is_active"])
    refresh_entry(account.profile)
    return True


class AlreadyConfirmed(Exception):
    """She has shown her mailbox: this is an account like others."""


@transaction.atomic
def forget_newcomer(account: Account, *, token: str = "") -> None:
    """She mistyped her mailbox: what she began goes, and her invitation has that use again.

    Raises AlreadyConfirmed.
    """
    if not queries.is_unconfirmed(account):
        raise AlreadyConfirmed

    account.delete()
    if token:
        used = Invitation.objects.filter(token_digest=digest_of(token), uses__gt=0)
        used.update(uses=F("uses") - 1)


@transaction.atomic
def free_mailbox(email: str, *, beside: Account) -> None:
    """Somebody showed that this mailbox is hers: who claimed it and never did makes room."""
    claimed = Account.objects.filter(email__iexact=email).exclude(pk=beside.pk)
    for account in claimed.select_for_update():
        if queries.is_unconfirmed(account):
            account.delete()
