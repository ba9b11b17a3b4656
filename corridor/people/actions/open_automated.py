"""An account for which a program speaks, such as a programme's: nobody signs in to it."""

import secrets
from datetime import datetime

from django.db import IntegrityError, transaction

from corridor.people import queries, resting_handles
from corridor.people.actions.edit_profile import LONGEST_BIO
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.actions.register_person import HandleTaken
from corridor.people.handles import LONGEST_NAME, handles_for
from corridor.people.letters import NO_MAILBOX
from corridor.people.models import Account, Profile
from corridor.people.names import clean_name, clean_text


@transaction.atomic
def open_automated(*, name: str, handle: str, bio: str, now: datetime) -> Profile:
    """With this handle, or the first like it that is free. It has no mailbox and no password."""
    account = Account(email=f"automated_{secrets.token_hex(6)}{NO_MAILBOX}", joined_at=now)
    account.set_unusable_password()
    account.save()
    profile = Profile(
        account=account,
        display_name=_name(name),
        bio=_bio(bio),
        is_automated=True,
        is_listed=False,
        wants_nudges=False,
    )
    _save_at_free_handle(profile, handle, now)
    resting_handles.take_back(profile.handle)
    refresh_entry(profile)
    return profile


@transaction.atomic
def rename_automated(*, profile: Profile, name: str, bio: str) -> None:
    profile.display_name, profile.bio = _name(name), _bio(bio)
    profile.save(update_fields=["display_name", "bio"])
    refresh_entry(profile)


@transaction.atomic
def let_automated_speak(*, profile: Profile, is_open: bool) -> None:
    """Closed, nothing of it is shown, and nobody else gets its handle.

    What moderators closed stays closed.
    """
    account = Account.objects.select_for_update().get(pk=profile.account_id)
    account.is_active = is_open and not queries.is_suspended(account)
    account.save(update_fields=["is_active"])
    refresh_entry(profile)


def _save_at_free_handle(profile: Profile, wished: str, now: datetime) -> None:
    """Also when somebody takes one at the same moment. Raises HandleTaken."""
    for handle in handles_for(wished):
        if not resting_handles.is_free(handle, by=None, now=now):
            continue
        profile.handle = handle
        try:
            with transaction.atomic():
                profile.save()
        except IntegrityError:
            continue
        return
    raise HandleTaken


def _name(name: str) -> str:
    return clean_name(name)[:LONGEST_NAME]


def _bio(bio: str) -> str:
    return clean_text(bio)[:LONGEST_BIO]
