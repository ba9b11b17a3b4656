"""Somebody joins: an account to sign in with and a profile to be known by."""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from corridor.algorithms.specialties import find_specialty
from corridor.people import resting_handles
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.models import Account, Profile
from corridor.people.names import clean_name


class EmailTaken(Exception):
    """Somebody has an account with this e-mail."""


class HandleTaken(Exception):
    """Somebody has this handle, or gave it up not long ago."""


@dataclass(frozen=True, kw_only=True)
class NewPerson:
    email: str
    handle: str
    display_name: str
    pronouns: str = ""
    stage: str = ""
    """A code of `algorithms.careers`."""
    specialty: str = ""
    """In her own words; the nearest of `algorithms.specialties` is kept with them."""
    institution: str = ""
    country: str = ""
    time_zone: str = "UTC"
    grade: str = ""
    has_shown_mailbox: bool = True
    """Where not, the account is closed until she has (`let_in`)."""


@transaction.atomic
def register_person(person: NewPerson, password: str | None, *, now: datetime) -> Profile:
    """Raises EmailTaken, HandleTaken or ValidationError. Without a password nobody can sign in."""
    handle = person.handle.lower()
    if Account.objects.filter(email__iexact=person.email.strip()).exists():
        raise EmailTaken
    if not resting_handles.is_free(handle, by=None, now=now):
        raise HandleTaken

    specialty, subspecialty = find_specialty(person.specialty)
    account = Account.objects.create_account(email=person.email, password=password, now=now)
    _note_mailbox(account, is_hers=person.has_shown_mailbox)
    profile = Profile(
        account=account,
        handle=handle,
        display_name=clean_name(person.display_name),
        pronouns=person.pronouns,
        stage=person.stage,
        grade=person.grade,
        specialty=specialty,
        subspecialty=subspecialty,
        institution=person.institution,
        country=person.country,
        time_zone=person.time_zone,
    )
    profile.full_clean()
    profile.save()
    resting_handles.take_back(handle)
    refresh_entry(profile)
    return profile


def _note_mailbox(account: Account, *, is_hers: bool) -> None:
    """What is not shown yet is noted by whoever sends the code."""
    if is_hers:
        EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    else:
        account.is_active = False
        account.save(update_fields=["is_active"])
