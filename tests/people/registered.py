"""People who join in tests: once by `register_person`, from then on as a copy of what it wrote.

Nearly every test has people, and to check and write them anew took more time than most tests.
`test_registered.py` sees to it that a copy lacks nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import Model

from corridor.kernel import events
from corridor.people.actions import NewPerson, register_person
from corridor.people.events import ProfileChanged
from corridor.people.models import Account, DirectoryClock, DirectoryEntry, Profile

PASSWORD = "corridor-conversation"  # noqa: S105 - of people who do not exist


@dataclass(frozen=True, kw_only=True)
class Written:
    account: dict[str, Any]
    mailbox: dict[str, Any]
    profile: dict[str, Any]
    words: str


_written: dict[tuple[NewPerson, datetime], Written] = {}


def registered(person: NewPerson, *, now: datetime) -> Profile:
    if (person, now) in _written:
        return _copy(_written[person, now])
    profile = register_person(person, PASSWORD, now=now)
    kept = Profile.objects.select_related("account").get(pk=profile.pk)
    if hasattr(kept, "directory_entry"):  # where many join at once, it comes with the last
        _written[person, now] = _read(kept)
    return profile


def _read(profile: Profile) -> Written:
    return Written(
        account=_values(profile.account),
        mailbox=_values(EmailAddress.objects.get(user=profile.account), but="user_id"),
        profile=_values(profile, but="account_id"),
        words=profile.directory_entry.words,
    )


def _copy(written: Written) -> Profile:
    account = Account(**written.account)
    Account.objects.bulk_create([account])
    EmailAddress.objects.bulk_create([EmailAddress(user=account, **written.mailbox)])
    profile = Profile(account=account, **written.profile)
    Profile.objects.bulk_create([profile])
    version = DirectoryClock.advance()
    entry = DirectoryEntry(profile=profile, words=written.words, version=version)
    DirectoryEntry.objects.bulk_create([entry])
    events.publish(ProfileChanged(profile_id=profile.pk))
    return profile


def _values(row: Model, *, but: str = "") -> dict[str, Any]:
    """As the database has them: a photo, for one, would be the same object for every copy."""
    fields = [field for field in row._meta.concrete_fields if not field.primary_key]
    values = {field.attname: field.get_prep_value(getattr(row, field.attname)) for field in fields}
    values.pop(but, None)
    return values
