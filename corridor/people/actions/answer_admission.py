"""An operator decides about somebody who asked to join; a no can become a yes, not the reverse."""

from datetime import datetime

from django.db import transaction

from corridor.people import policies
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.models import Admission, Profile


class NotAnOperator(Exception):
    """Only who runs this server does that."""


class AlreadyAdmitted(Exception):
    """Somebody decided already."""


@transaction.atomic
def admit(*, admission: Admission, by: Profile, now: datetime) -> None:
    """Raises NotAnOperator or AlreadyAdmitted."""
    _decide(admission, by, now, is_admitted=True)
    account = admission.account
    account.is_active = True
    account.save(update_fields=["is_active"])
    refresh_entry(account.profile)


@transaction.atomic
def decline(*, admission: Admission, by: Profile, now: datetime) -> None:
    """Raises NotAnOperator or AlreadyAdmitted."""
    _decide(admission, by, now, is_admitted=False)


def _decide(admission: Admission, by: Profile, now: datetime, *, is_admitted: bool) -> None:
    if not policies.operates(by):
        raise NotAnOperator
    undecided = Admission.objects.filter(pk=admission.pk, is_admitted=False)
    if not undecided.update(is_admitted=is_admitted, decided_at=now, decided_by=by):
        raise AlreadyAdmitted
