"""Those whose two weeks are over go for good; `corridor purge` does it.

Rows of programmes that others need (whom a mentor was matched with) protect a profile. Then
the profile stays as a shell: no name, no photo, nothing that she said, nobody to sign in as.
"""

import secrets
from datetime import datetime
from functools import partial

from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from corridor.people import higher_contexts, resting_handles
from corridor.people.choices import Visibility
from corridor.people.models import Account, Departure, Profile
from corridor.people.photos import small_photo

KEPT_IN_A_SHELL = frozenset({"id", "account", "handle", "display_name"})


def complete_departures(*, now: datetime) -> int:
    """How many people left. Each goes wholly or not at all; their handles rest."""
    due = Departure.objects.filter(leaves_at__lte=now).order_by("leaves_at", "pk")
    accounts = list(due.values_list("account", flat=True))
    for account_id in accounts:
        with transaction.atomic():
            _complete(Account.objects.select_for_update().get(pk=account_id), now)
    resting_handles.forget_rested(now=now)
    return len(accounts)


def _complete(account: Account, now: datetime) -> None:
    profile = Profile.objects.filter(account=account).first()
    if profile is None:
        account.delete()
        return
    photo = profile.photo.name
    handle = f"left_{secrets.token_hex(6)}"
    for context in higher_contexts.connected():
        context.forget(profile, handle)
    profile.resting_handles.update(given_up_by=None)
    resting_handles.rest(profile.handle, given_up_by=None, now=now)
    try:
        with transaction.atomic():
            account.delete()
    except ProtectedError:
        _make_a_shell(account, profile, handle)
    if photo:
        # A file has no transaction: it goes once the rows are gone for certain.
        storage = Profile._meta.get_field("photo").storage
        for name in (photo, small_photo(photo)):
            transaction.on_commit(partial(storage.delete, name))


def _make_a_shell(account: Account, profile: Profile, handle: str) -> None:
    _delete_what_goes_with(profile)
    _delete_what_goes_with(account)
    account.email = f"{handle}@invalid"
    account.is_active = False
    account.is_operator = False
    account.last_login = None
    account.set_unusable_password()
    account.save()
    for field in Profile._meta.local_concrete_fields:
        if field.name not in KEPT_IN_A_SHELL:
            setattr(profile, field.attname, field.get_default())
    profile.handle = handle
    profile.display_name = _("Somebody who left")
    profile.visibility = Visibility.MEMBERS
    profile.is_listed = False
    profile.wants_nudges = False
    profile.save()


def _delete_what_goes_with(target: models.Model) -> None:
    """Whatever would have gone by itself with the row, but for the profile of an account."""
    for relation in target._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ManyToOneRel):
            continue
        if relation.on_delete is models.CASCADE and relation.related_model is not Profile:
            rows = relation.related_model._base_manager
            rows.filter(**{relation.field.name: target}).delete()
