"""Readings of who is who."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from urllib.parse import urlsplit

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, QuerySet

from corridor.kernel.compiled import CompiledObjects
from corridor.people import policies
from corridor.people.choices import TagKind
from corridor.people.models import Account, Departure, Profile, ProfileLink, ProfileTag
from corridor.people.queries.relations import here, kept_from, kept_from_by_others

ENOUGH_TAGS = 200


def profile_of(account: Account | AnonymousUser) -> Profile | None:
    """The profile of whoever is signed in; None for a visitor, and for who asked to leave."""
    if not account.pk:
        return None
    return Profile.objects.filter(account=account.pk, account__departure=None).first()


def leaves_at(account: Account | AnonymousUser) -> datetime | None:
    """When an account goes for good; None for who did not ask to leave."""
    if not account.pk:
        return None
    return Departure.objects.filter(account=account.pk).values_list("leaves_at", flat=True).first()


def profile_by_handle(handle: str) -> Profile | None:
    return Profile.objects.filter(handle=handle.lower(), account__departure=None).first()


def profile_seen(handle: str, *, viewer: Profile | None, today: date) -> Profile | None:
    """Somebody as far as a viewer may know of her: None as well where there is nobody.

    The work is the same for both, or the time it takes would tell them apart.
    """
    return _there(handle, viewer=viewer, besides=kept_from(viewer, today=today))


def profile_named(handle: str, *, viewer: Profile, today: date) -> Profile | None:
    """Whom a form of a viewer may name: whom she sees, and whom she keeps away herself."""
    return _there(handle, viewer=viewer, besides=kept_from_by_others(viewer, today=today))


def _there(handle: str, *, viewer: Profile | None, besides: set[int]) -> Profile | None:
    found = Profile.objects.filter(handle=handle.lower(), **here()).first()
    if found is None or found.pk in besides or not policies.can_see(viewer, found):
        return None
    return found


def profiles_seen(
    handles: Iterable[str], *, viewer: Profile | None, today: date
) -> dict[str, Profile]:
    """By handle: those of them whom the viewer may know of."""
    wanted = [handle.lower() for handle in handles]
    if not wanted:
        return {}
    found = Profile.objects.filter(
        handle__in=wanted, account__is_active=True, account__departure=None
    )
    kept = kept_from(viewer, today=today)
    return {
        profile.handle: profile
        for profile in found.order_by("pk")
        if profile.pk not in kept and policies.can_see(viewer, profile)
    }


def whole_profiles(ids: Iterable[int]) -> QuerySet[Profile]:
    """With account and links; not asked who is looking, so for what all see alike."""
    found = Profile.objects.filter(pk__in=list(ids)).select_related("account")
    return found.prefetch_related("links").order_by("pk")


def ids_here(ids: Iterable[int]) -> set[int]:
    """Those of them whose account is open and who do not leave."""
    found = Profile.objects.filter(pk__in=list(ids), **here())
    return set(found.order_by().values_list("pk", flat=True))


def automated_among(ids: Iterable[int]) -> set[int]:
    """Those of them for which a program speaks."""
    found = Profile.objects.filter(pk__in=list(ids), is_automated=True)
    return set(found.order_by().values_list("pk", flat=True))


def zones_here(ids: Iterable[int]) -> dict[int, str]:
    """Of `ids_here`, each with her time zone."""
    found = Profile.objects.filter(pk__in=list(ids), **here())
    return dict(found.order_by().values_list("pk", "time_zone"))


def own_link(link_id: int, *, viewer: Profile) -> ProfileLink | None:
    return ProfileLink.objects.filter(pk=link_id, profile=viewer).select_related("profile").first()


def known_tags(kind: TagKind, *, besides: Iterable[str] = ()) -> list[str]:
    """What people of this server go by, most common first; then what else could be said."""
    used = (
        ProfileTag.objects.filter(kind=kind)
        .values_list("tag")
        .annotate(people=Count("pk"))
        .order_by("-people", "tag")[:ENOUGH_TAGS]
    )
    return list(dict.fromkeys([*(tag for tag, _ in used), *besides]))


def profile_here(profile_id: int) -> Profile | None:
    """With her account, for a mail; None where she left or may not sign in."""
    return _here().first(profile=profile_id)


def profile_to_write_to(profile_id: int) -> Profile | None:
    """With her account, for a mail that she gets though it is closed; None where she leaves."""
    found = Profile.objects.filter(pk=profile_id, account__departure=None)
    return found.select_related("account").first()


@cache
def _here() -> CompiledObjects[Profile]:
    def build(profile: int) -> QuerySet[Profile]:
        found = Profile.objects.filter(pk=profile, **here())
        return found.select_related("account").order_by()

    return CompiledObjects(build, profile=int)


def members_by_host_of_links() -> dict[str, int]:
    """How many profiles lead to each server elsewhere."""
    by_host: dict[str, set[int]] = {}
    rows = ProfileLink.objects.filter(profile__account__is_active=True).order_by("pk")
    for profile_id, url in rows.values_list("profile", "url").iterator(chunk_size=2000):
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        by_host.setdefault(host, set()).add(profile_id)
    return {host: len(profiles) for host, profiles in by_host.items() if host}
