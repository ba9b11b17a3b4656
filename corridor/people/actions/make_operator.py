"""Somebody is given the running of this server, or gives it back."""

from django.db import transaction

from corridor.people.models import Account


class NoSuchAccount(Exception):
    """Nobody signs in with this e-mail."""


class LastOperator(Exception):
    """Somebody has to be able to let others in."""


@transaction.atomic
def make_operator(*, email: str) -> None:
    """Raises NoSuchAccount."""
    if not Account.objects.filter(email__iexact=email.strip()).update(is_operator=True):
        raise NoSuchAccount


@transaction.atomic
def end_operator(*, email: str) -> None:
    """Raises NoSuchAccount or LastOperator."""
    operators = Account.objects.select_for_update().filter(is_operator=True)
    account = operators.filter(email__iexact=email.strip()).first()
    if account is None:
        raise NoSuchAccount
    if operators.count() == 1:
        raise LastOperator

    account.is_operator = False
    account.save(update_fields=["is_operator"])
