"""Somebody makes an account for herself; it opens once her mailbox is shown to be hers."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from corridor.people import policies, queries
from corridor.people.actions.make_invitation import InvitationOver, use_invitation
from corridor.people.actions.register_person import (
    EmailTaken,
    HandleTaken,
    NewPerson,
    register_person,
)
from corridor.people.handles import handles_for, newcomer_name
from corridor.people.models import Account, Admission, Profile


class MayNotJoin(Exception):
    """This installation lets in others: see `registration`."""


class InvitationForAnother(Exception):
    """The invitation names a mailbox, and it is not this one."""


@dataclass(frozen=True, kw_only=True)
class Newcomer:
    email: str
    name: str
    words: str = ""
    """Why she would like to join, for an operator who decides."""
    handle: str = ""
    """The one she wishes for: she gets it where it is free, else one like it."""


@transaction.atomic
def join(newcomer: Newcomer, password: str | None, *, token: str = "", now: datetime) -> Profile:
    """Raises MayNotJoin, InvitationOver, InvitationForAnother, EmailTaken or ValidationError.

    An earlier try whose mailbox was never shown makes room for this one.
    """
    email = newcomer.email.strip().lower()
    if not policies.can_join(email, is_invited=bool(token)):
        raise MayNotJoin
    invitation = queries.open_invitation(token, now=now) if token else None
    if token and invitation is None:
        raise InvitationOver
    if invitation and invitation.email not in {"", email}:
        raise InvitationForAnother
    earlier = Account.objects.select_for_update().filter(email__iexact=email).first()
    if earlier and not queries.is_unconfirmed(earlier):
        raise EmailTaken

    if invitation and not (earlier and invitation.email == email):
        use_invitation(invitation, now=now)
    if earlier:
        earlier.delete()
    profile = _register(newcomer, email, password, now)
    if policies.needs_admission(is_invited=invitation is not None):
        Admission.objects.create(
            account=profile.account, words=newcomer.words.strip(), asked_at=now
        )
    return profile


def _register(newcomer: Newcomer, email: str, password: str | None, now: datetime) -> Profile:
    """With the first handle that is free, also when somebody takes it at the same moment."""
    name = newcomer_name(newcomer.name)
    for handle in handles_for(newcomer.handle or name):
        person = NewPerson(email=email, handle=handle, display_name=name, has_shown_mailbox=False)
        try:
            with transaction.atomic():
                return register_person(person, password, now=now)
        except (HandleTaken, IntegrityError, ValidationError) as refused:
            if queries.has_account(email):
                raise EmailTaken from refused
            is_only_taken = "handle" in getattr(refused, "error_dict", {})
            if isinstance(refused, ValidationError) and not is_only_taken:
                raise
    raise HandleTaken
