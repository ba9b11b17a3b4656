"""What somebody began and never finished goes: she never showed that the mailbox is hers."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from corridor.people import queries
from corridor.people.invitation_tokens import digest_of
from corridor.people.models import Account, Invitation

UNFINISHED_FOR = timedelta(days=7)


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


def forget_unfinished(*, now: datetime) -> int:
    """Those begun a week ago and more; how many. `corridor purge` does it."""
    begun = Account.objects.filter(joined_at__lte=now - UNFINISHED_FOR, is_active=False)
    unfinished = [
        account
        for account in begun.exclude(email__endswith="@invalid").order_by("pk")
        if queries.is_unconfirmed(account)
    ]
    for account in unfinished:
        account.delete()
    return len(unfinished)
