"""Readings of who is who."""

from django.contrib.auth.models import AnonymousUser

from corridor.people.models import Account, Profile


def profile_of(account: Account | AnonymousUser) -> Profile | None:
    """The profile of whoever is signed in; None for a visitor."""
    return Profile.objects.filter(account=account.pk).first() if account.pk else None


def profile_by_handle(handle: str) -> Profile | None:
    return Profile.objects.filter(handle=handle.lower()).first()
