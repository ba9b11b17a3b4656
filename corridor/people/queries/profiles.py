"""Readings of who is who."""

from datetime import datetime

from django.contrib.auth.models import AnonymousUser

from corridor.people.models import Account, Departure, Profile


def profile_of(account: Account | AnonymousUser) -> Profile | None:
    """The profile of whoever is signed in; None for a visitor, and for who asked to leave."""
    if not account.pk:
        return None
    return Profile.objects.filter(account=account.pk, account__departure=None).first()


def leaves_at(account: Account | AnonymousUser) -> datetime | None:
    """When an account goes for good; None for who did not ask to leave."""
    return Departure.objects.filter(account=account.pk).values_list("leaves_at", flat=True).first()


def profile_by_handle(handle: str) -> Profile | None:
    return Profile.objects.filter(handle=handle.lower(), account__departure=None).first()
