"""A newcomer has shown that her mailbox is hers."""

from datetime import datetime

from django.db import transaction

from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.models import Account, Admission


@transaction.atomic
def let_in(account: Account, *, now: datetime) -> bool:
    """Open the account, and say so; False while an operator has to decide about it."""
    if Admission.objects.filter(account=account, is_admitted=False).update(asked_at=now):
        return False
    account.is_active = True
    account.save(update_fields=["is_active"])
    refresh_entry(account.profile)
    return True
